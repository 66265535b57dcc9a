// The form of a model's server: where it is, its model, its key and what it costs; and how it answers.
import { PlugZap } from 'lucide-react'
import { useEffect, useLayoutEffect, useRef } from 'react'
import { Button } from '../elements/button.tsx'
import { TextField } from '../elements/text-field.tsx'
import { Notice } from '../elements/notice.tsx'
import { SwitchRow } from '../elements/switch-row.tsx'
import { useModelForm } from '../hooks/use-model-form.ts'
import { useStore } from '../hooks/use-store.ts'
import type { ModelServerMirror, ModelServerView } from '../state/model-server.ts'
import type { ModelServerKind } from '../state/model-server-kinds.ts'
import { connectsPlainly } from '../state/plain-address.ts'
import { failureSentence, words } from '../words.ts'
import { ModelName, ModelPrice } from './model-server-fields.tsx'
import styles from './script-panel.module.css'
import { SecretField } from './secret-field.tsx'

export function ModelServerForm<P extends string>(props: {
  kind: ModelServerKind<P>
  mirror: ModelServerMirror<P>
  view: ModelServerView<P>
  /** It was asked for: its first field has the focus. */
  isAtOnce: boolean
  onDone: () => void
  /** Asks first where something would be lost. */
  onLeave: () => void
  /** Told whether leaving would lose something. */
  onUnsaved: (isUnsaved: boolean) => void
}) {
  const { kind, mirror, view } = props
  const { say } = kind
  const form = useModelForm(kind, mirror, view)
  const { isChecking } = useStore(mirror)
  const { isUnsaved } = form
  const { onUnsaved } = props
  // Before anything else happens: the very next press may be on Cancel.
  useLayoutEffect(() => {
    onUnsaved(isUnsaved)
    return () => onUnsaved(false)
  }, [isUnsaved, onUnsaved])
  const first = useRef<HTMLInputElement>(null)
  const atOnce = useRef(props.isAtOnce)
  useEffect(() => (atOnce.current ? first.current?.focus() : undefined), [])
  const end = (done: boolean) => (done ? props.onDone() : undefined)
  const { draft, change, problemOf } = form
  const isBusy = form.busy || isChecking
  const checked = view.check
  return (
    <form
      className={styles['form']}
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        void form.save().then(end)
      }}
    >
      <TextField
        ref={first}
        label={say.address}
        hint={say.addressHint}
        value={draft.address}
        problem={problemOf('address')}
        placeholder={kind.exampleAddress}
        onChange={(address) => change({ address })}
      />
      <ModelName form={form} listed={checked?.models ?? []} />
      <SecretField say={words.servers} form={form} kept={view.hasKey} place={view.keys} />
      {connectsPlainly(draft.address) || draft.allowPlain ? (
        <SwitchRow
          label={words.servers.allowPlain}
          text={words.servers.allowPlainText}
          checked={draft.allowPlain}
          onChange={(allowPlain) => change({ allowPlain })}
          warns
        />
      ) : null}
      <ModelPrice form={form} />
      {form.failure === null ? null : (
        <Notice tone="danger" alert>
          <p>{failureSentence(form.failure)}</p>
        </Notice>
      )}
      {isChecking ? <p role="status">{say.checking}</p> : null}
      {isBusy || checked === null || checked.failure === null ? null : (
        <Notice tone="danger" title={say.checkFailed} alert>
          <p>{failureSentence(checked.failure)}</p>
        </Notice>
      )}
      <div className={styles['buttons']}>
        <Button size="small" look="primary" type="submit" disabled={isBusy}>
          {say.save}
        </Button>
        <Button
          size="small"
          icon={<PlugZap aria-hidden />}
          disabled={isBusy}
          onClick={() => void form.saveAndCheck().then(end)}
        >
          {say.saveAndCheck}
        </Button>
        <Button size="small" look="quiet" onClick={props.onLeave}>
          {words.app.cancel}
        </Button>
      </div>
    </form>
  )
}
