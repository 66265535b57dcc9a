// The server of a model: the one that is set and the form that changes it; else what there is without any, and the way to one.
import { useCallback, useId, useRef, useState } from 'react'
import { Button } from '../elements/button.tsx'
import { Confirm } from '../elements/confirm.tsx'
import { Fold } from '../elements/fold.tsx'
import { Notice } from '../elements/notice.tsx'
import { useStore } from '../hooks/use-store.ts'
import type { ModelServerMirror } from '../state/model-server.ts'
import type { ModelServerKind } from '../state/model-server-kinds.ts'
import { scriptWords } from '../script-words.ts'
import { failureSentence, words } from '../words.ts'
import panel from './panel.module.css'
import { ModelServerForm } from './model-server-form.tsx'
import { ModelServerLine } from './model-server-line.tsx'
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
  const [isUnsaved, setUnsaved] = useState(false)
  const [asks, setAsks] = useState(false)
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
  /** Where none is set, the form is only folded away, with all that was written in it. */
  const leave = () => (isUnsaved && server !== null ? setAsks(true) : close())
  return (
    <section className={styles['group']} aria-labelledby={id}>
      <h3 className={panel['head']} id={id}>
        {say.title}
      </h3>
      {server === null ? <Teaching say={say} /> : null}
      {server === null || isChanging ? (
        <Fold
          open={isChanging}
          onToggle={(open) => (open ? onChanging(true) : leave())}
          summary={server === null ? say.setUp : say.change}
        >
          <ModelServerForm
            {...{ kind, mirror, view }}
            isAtOnce={server !== null}
            onDone={close}
            onLeave={leave}
            onUnsaved={setUnsaved}
          />
        </Fold>
      ) : (
        <ModelServerLine
          {...{ kind, mirror, view, server }}
          changeRef={focusChange}
          onChange={() => onChanging(true)}
        />
      )}
      <Confirm
        open={asks}
        title={words.servers.leaveTitle}
        text={words.servers.leaveText}
        yes={words.servers.leaveConfirm}
        no={words.servers.leaveKeep}
        onYes={close}
        onClose={() => setAsks(false)}
      />
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
