// Which server of a model is set, in a line; else what there is without any, and the way to one.
import { PlugZap } from 'lucide-react'
import { useCallback, useId, useRef, useState } from 'react'
import { Button } from '../elements/button.tsx'
import { Confirm } from '../elements/confirm.tsx'
import { Fold } from '../elements/fold.tsx'
import { Notice } from '../elements/notice.tsx'
import { useFace } from '../hooks/use-face.ts'
import { useNow } from '../hooks/use-now.ts'
import { useStore } from '../hooks/use-store.ts'
import type { ModelServer, ModelServerMirror, ModelServerView } from '../state/model-server.ts'
import type { ModelServerKind } from '../state/model-server-kinds.ts'
import { scriptWords } from '../script-words.ts'
import { failureSentence } from '../words.ts'
import panel from './panel.module.css'
import { ModelServerCheck } from './model-server-check.tsx'
import { ModelServerForm } from './model-server-form.tsx'
import styles from './script-panel.module.css'

export function ModelServerSection<P extends string>(props: {
  kind: ModelServerKind<P>
  mirror: ModelServerMirror<P>
  /** Whether its form is open. */
  isChanging: boolean
  onChanging: (isChanging: boolean) => void
}) {
  const { kind, mirror, isChanging, onChanging } = props
  const { say } = kind
  const id = useId()
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
            {scriptWords.script.proposals.again}
          </Button>
        }
      >
        <p>{failureSentence(failure)}</p>
      </Notice>
    )
  const { server } = view
  const close = () => {
    wasChanging.current = true
    onChanging(false)
  }
  return (
    <section className={styles['group']} aria-labelledby={id}>
      <h3 className={panel['head']} id={id}>
        {say.title}
      </h3>
      {server === null ? <Teaching say={say} /> : null}
      {server === null || isChanging ? (
        <Fold
          open={isChanging}
          onToggle={onChanging}
          summary={server === null ? say.setUp : say.change}
        >
          <ModelServerForm {...{ kind, mirror, view }} isAtOnce={server !== null} onDone={close} />
        </Fold>
      ) : (
        <ServerLine
          {...{ kind, mirror, view, server }}
          changeRef={focusChange}
          onChange={() => onChanging(true)}
        />
      )}
    </section>
  )
}

const Teaching = ({ say }: Pick<ModelServerKind<never>, 'say'>) => (
  <div className={styles['teaching']}>
    <strong>{say.emptyTitle}</strong>
    <p>{say.emptyText}</p>
    <p>{say.emptyMore}</p>
  </div>
)

function ServerLine<P extends string>(props: {
  kind: ModelServerKind<P>
  mirror: ModelServerMirror<P>
  view: ModelServerView<P>
  server: ModelServer<P>
  changeRef: (button: HTMLButtonElement | null) => void
  onChange: () => void
}) {
  const { kind, mirror, view, server, changeRef, onChange } = props
  const { say } = kind
  const { news } = useFace()
  const { isChecking } = useStore(mirror)
  const [asks, setAsks] = useState(false)
  const now = useNow()
  const forget = async () => {
    if (news.settle(await mirror.remove()) !== null) news.tell(say.forgotten)
  }
  return (
    <>
      <p className={styles['line']}>{say.line(server.model, server.address)}</p>
      {server.price === null ? null : (
        <p className={panel['note']}>{kind.priceText(server.price)}</p>
      )}
      <ModelServerCheck say={say} check={view.check} isChecking={isChecking} now={now} />
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
