// The key of a model's server: it goes in and never comes out; of one that is kept only that is said.
import { KeyRound } from 'lucide-react'
import { Button } from '../elements/button.tsx'
import { TextField } from '../elements/field.tsx'
import type { ModelForm } from '../hooks/use-model-form.ts'
import type { ModelServerView } from '../state/model-server.ts'
import { words } from '../words.ts'
import styles from './server-dialog.module.css'

const { servers: say } = words

export function ModelServerKey<P extends string>(props: {
  form: ModelForm<P>
  view: ModelServerView<P>
}) {
  const { form } = props
  const { keys, hasKey } = props.view
  if (hasKey && form.key === null)
    return (
      <div className={styles['key']} role="group" aria-label={say.key}>
        <KeyRound aria-hidden />
        <span>{say.keyKept[keys]}</span>
        <Button size="small" onClick={() => form.setKey('')}>
          {say.keyReplace}
        </Button>
        <Button size="small" look="quiet" onClick={() => void form.forgetKey()}>
          {say.keyForget}
        </Button>
      </div>
    )
  return (
    <>
      <TextField
        type="password"
        label={say.key}
        note={words.narration.budgetOptional}
        hint={say.keyWillRest[keys]}
        value={form.key ?? ''}
        problem={form.problemOf('key')}
        onChange={(key) => form.setKey(key === '' && !hasKey ? null : key)}
      />
      {hasKey ? (
        <Button size="small" look="quiet" onClick={() => form.setKey(null)}>
          {say.keyStay}
        </Button>
      ) : null}
    </>
  )
}
