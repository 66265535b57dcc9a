// Which language model is set, in a line; else what there is without any, and the way to one.
import { PlugZap } from 'lucide-react'
import { useCallback, useRef, useState } from 'react'
import type { LanguageModel, LanguageModelView } from '../../../contract/index.ts'
import { Button } from '../elements/button.tsx'
import { Confirm } from '../elements/confirm.tsx'
import { Fold } from '../elements/fold.tsx'
import { Notice } from '../elements/notice.tsx'
import { useFace } from '../hooks/use-face.ts'
import { useNow } from '../hooks/use-now.ts'
import { useStore } from '../hooks/use-store.ts'
import type { LanguageModelMirror } from '../state/language-model.ts'
import { failureSentence, words } from '../words.ts'
import panel from './panel.module.css'
import { ModelCheckLine } from './script-check.tsx'
import { ScriptModelForm } from './script-model-form.tsx'
import styles from './script-panel.module.css'

const { model: say } = words.script

type ScriptModelProps = {
  mirror: LanguageModelMirror
  /** Whether its form is open. */
  isChanging: boolean
  onChanging: (isChanging: boolean) => void
}

export function ScriptModel(props: ScriptModelProps) {
  const { mirror, isChanging, onChanging } = props
  const { view, failure } = useStore(mirror)
  /** The form gives way to the line: then its first button has the focus. */
  const wasChanging = useRef(false)
  const focusChange = useCallback((button: HTMLButtonElement | null) => {
    if (button !== null && wasChanging.current) button.focus()
    wasChanging.current = false
  }, [])
  if (view === null)
    return failure === null ? (
      <p className={panel['note']}>{say.loading}</p>
    ) : (
      <Notice
        tone="danger"
        actions={
          <Button size="small" onClick={() => void mirror.refresh()}>
            {words.script.proposals.again}
          </Button>
        }
      >
        <p>{failureSentence(failure)}</p>
      </Notice>
    )
  const { model } = view
  const close = () => {
    wasChanging.current = true
    onChanging(false)
  }
  return (
    <section className={styles['group']} aria-labelledby="script-model">
      <h3 className={panel['head']} id="script-model">
        {say.title}
      </h3>
      {model === null ? <Teaching /> : null}
      {model === null || isChanging ? (
        <Fold
          open={isChanging}
          onToggle={onChanging}
          summary={model === null ? say.setUp : say.change}
        >
          <ScriptModelForm mirror={mirror} view={view} isAtOnce={model !== null} onDone={close} />
        </Fold>
      ) : (
        <ModelLine
          {...{ mirror, view, model }}
          changeRef={focusChange}
          onChange={() => onChanging(true)}
        />
      )}
    </section>
  )
}

const Teaching = () => (
  <div className={styles['teaching']}>
    <strong>{say.emptyTitle}</strong>
    <p>{say.emptyText}</p>
    <p>{say.emptyMore}</p>
  </div>
)

function ModelLine(props: {
  mirror: LanguageModelMirror
  view: LanguageModelView
  model: LanguageModel
  changeRef: (button: HTMLButtonElement | null) => void
  onChange: () => void
}) {
  const { mirror, view, model, changeRef, onChange } = props
  const { news } = useFace()
  const { isChecking } = useStore(mirror)
  const [asks, setAsks] = useState(false)
  const now = useNow()
  const forget = async () => {
    if (news.settle(await mirror.remove()) !== null) news.tell(say.forgotten)
  }
  return (
    <>
      <p className={styles['line']}>{say.line(model.model, model.address)}</p>
      {model.price === null ? null : (
        <p className={panel['note']}>
          {words.script.price(
            model.price.perMillionIn,
            model.price.perMillionOut,
            model.price.currency,
          )}
        </p>
      )}
      <ModelCheckLine check={view.check} isChecking={isChecking} now={now} />
      <div className={styles['buttons']}>
        <Button size="small" ref={changeRef} onClick={onChange}>
          {say.change}
        </Button>
        <Button
          size="small"
          icon={<PlugZap aria-hidden />}
          disabled={isChecking}
          onClick={() => void mirror.check().then(news.settle)}
        >
          {say.check}
        </Button>
        <Button size="small" look="quiet" onClick={() => setAsks(true)}>
          {say.forget}
        </Button>
      </div>
      <Confirm
        open={asks}
        title={say.forgetTitle}
        text={say.forgetText}
        yes={say.forgetYes}
        no={say.forgetNo}
        onYes={() => void forget()}
        onClose={() => setAsks(false)}
      />
    </>
  )
}
