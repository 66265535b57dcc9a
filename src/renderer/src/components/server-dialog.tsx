// The form of a speech server, new or known, over the page.
import { PlugZap } from 'lucide-react'
import { useLayoutEffect, useState } from 'react'
import type { ServerPreset } from '../../../contract/index.ts'
import { Button } from '../elements/button.tsx'
import { Confirm } from '../elements/confirm.tsx'
import { Modal } from '../elements/modal.tsx'
import { Notice } from '../elements/notice.tsx'
import { useFace } from '../hooks/use-face.ts'
import { useServerForm } from '../hooks/use-server-form.ts'
import { useStore } from '../hooks/use-store.ts'
import { draftOfPreset, draftOfServer, type ServerDraft } from '../state/server-draft.ts'
import { failureSentence, words } from '../words.ts'
import { CheckResult } from './server-check.tsx'
import { PresetPicker } from './preset-picker.tsx'
import { ServerAdvanced } from './server-advanced.tsx'
import styles from './server-dialog.module.css'
import { ServerFields } from './server-fields.tsx'

/** `open`: `new`, or a server's id. Of a server that is gone or fixed, nothing is shown. */
export function ServerDialog(props: {
  open: string | null
  onOpen: (id: string) => void
  onClose: () => void
}) {
  const { servers, presets } = useStore(useFace().servers)
  const { open } = props
  const known = servers.find(({ server, fixed }) => server.id === open && !fixed)
  const first = presets[0]
  const draft =
    open === 'new' && first !== undefined
      ? draftOfPreset(first)
      : known === undefined
        ? null
        : draftOfServer(known.server)
  const [isUnsaved, setUnsaved] = useState(false)
  const [asks, setAsks] = useState(false)
  const leave = () => (isUnsaved ? setAsks(true) : props.onClose())
  const title =
    known === undefined ? words.servers.addTitle : words.servers.editTitle(known.server.name)
  return (
    <Modal wide open={draft !== null} title={title} closeLabel={words.app.close} onClose={leave}>
      {draft === null ? null : (
        <Form
          key={open}
          initial={draft}
          presets={presets}
          onUnsaved={setUnsaved}
          onLeave={leave}
          onClose={props.onClose}
        />
      )}
      <Confirm
        open={asks}
        title={words.servers.leaveTitle}
        text={words.servers.leaveText}
        yes={words.servers.leaveConfirm}
        no={words.servers.leaveKeep}
        onYes={props.onClose}
        onClose={() => setAsks(false)}
      />
    </Modal>
  )
}

function Form(props: {
  initial: ServerDraft
  presets: readonly ServerPreset[]
  /** Told whether closing would lose something. */
  onUnsaved: (isUnsaved: boolean) => void
  /** Asks first where something would be lost. */
  onLeave: () => void
  onClose: () => void
}) {
  const form = useServerForm(props.initial)
  const { draft, isUnsaved } = form
  const { onUnsaved } = props
  // Before anything else happens: the very next key may be Escape.
  useLayoutEffect(() => {
    onUnsaved(isUnsaved)
    return () => onUnsaved(false)
  }, [isUnsaved, onUnsaved])
  const isNew = props.initial.id === null
  const [picked, setPicked] = useState(props.initial.kind)
  return (
    <form
      className={styles['form']}
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        void form.saveAndTest()
      }}
    >
      {isNew && draft.id === null ? (
        <PresetPicker
          presets={props.presets}
          kind={picked}
          onPick={(preset) => {
            setPicked(preset.kind)
            form.restart(draftOfPreset(preset))
          }}
        />
      ) : null}
      <ServerFields form={form} presets={props.presets} />
      <ServerAdvanced form={form} />
      {form.failure === null ? null : (
        <Notice tone="danger" alert>
          {failureSentence(form.failure)}
        </Notice>
      )}
      {form.saved === null ? null : <CheckResult view={form.saved} busy={form.checking} />}
      <div className={styles['actions']}>
        <Button onClick={form.saved === null ? props.onClose : props.onLeave}>
          {form.saved === null ? words.app.cancel : words.app.close}
        </Button>
        <Button
          disabled={form.busy || form.checking}
          onClick={() => void form.save().then((done) => (done ? props.onClose() : undefined))}
        >
          {words.servers.save}
        </Button>
        <Button
          type="submit"
          look="primary"
          icon={<PlugZap aria-hidden />}
          disabled={form.busy || form.checking}
        >
          {words.servers.saveAndTest}
        </Button>
      </div>
    </form>
  )
}
