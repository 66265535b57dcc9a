// What every speech server needs: its name, addresses, model and, where it asks for one, a key.
import { KeyRound } from 'lucide-react'
import type { ServerPreset } from '../../../contract/index.ts'
import { Button } from '../elements/button.tsx'
import { LinesField } from '../elements/lines-field.tsx'
import { TextField } from '../elements/text-field.tsx'
import { useFace } from '../hooks/use-face.ts'
import type { ServerForm } from '../hooks/use-server-form.ts'
import { useStore } from '../hooks/use-store.ts'
import { words } from '../words.ts'
import styles from './server-dialog.module.css'

export function ServerFields({
  form,
  presets,
}: {
  form: ServerForm
  presets: readonly ServerPreset[]
}) {
  const { draft, change, problemOf } = form
  const models = form.saved?.check?.models.map(({ id }) => id) ?? []
  const needsKey = presets.find(({ kind }) => kind === draft.kind)?.needsKey === true
  return (
    <div className={styles['fields']}>
      <TextField
        label={words.servers.name}
        value={draft.name}
        problem={problemOf('name')}
        onChange={(name) => change({ name })}
      />
      <TextField
        label={words.servers.model}
        value={draft.model}
        problem={problemOf('model')}
        options={models}
        hint={
          models.length === 0
            ? words.servers.modelHint
            : words.servers.modelHintKnown(models.length)
        }
        onChange={(model) => change({ model })}
      />
      <div className={styles['whole']}>
        <LinesField
          label={words.servers.addresses}
          hint={words.servers.addressesHint}
          value={draft.addresses}
          problem={problemOf('addresses')}
          onChange={(addresses) => change({ addresses })}
        />
      </div>
      <div className={styles['whole']}>
        <Key form={form} needsKey={needsKey} />
      </div>
    </div>
  )
}

/** A key goes in and never comes out: of one that is kept only that is said. */
function Key({ form, needsKey }: { form: ServerForm; needsKey: boolean }) {
  const { keys } = useStore(useFace().servers)
  const hasKey = form.saved?.hasKey === true
  if (hasKey && form.key === null)
    return (
      <div className={styles['key']} role="group" aria-label={words.servers.key}>
        <KeyRound aria-hidden />
        <span>{words.servers.keyKept[keys]}</span>
        <Button size="small" onClick={() => form.setKey('')}>
          {words.servers.keyReplace}
        </Button>
        <Button size="small" look="quiet" onClick={() => void form.forgetKey()}>
          {words.servers.keyForget}
        </Button>
      </div>
    )
  return (
    <>
      <TextField
        type="password"
        label={words.servers.key}
        note={needsKey ? '' : words.narration.budgetOptional}
        hint={needsKey ? words.servers.keyWillRest[keys] : words.servers.keyNone}
        value={form.key ?? ''}
        problem={form.problemOf('key')}
        onChange={(key) => form.setKey(key === '' && !hasKey ? null : key)}
      />
      {hasKey ? (
        <Button size="small" look="quiet" onClick={() => form.setKey(null)}>
          {words.servers.keyStay}
        </Button>
      ) : null}
    </>
  )
}
