// A key or a password: it goes in and never comes out; of one that is kept only that is said.
import { KeyRound } from 'lucide-react'
import type { KeyPlace } from '../../../contract/index.ts'
import { Button } from '../elements/button.tsx'
import { TextField } from '../elements/text-field.tsx'
import { words } from '../words.ts'
import styles from './server-dialog.module.css'

export type SecretForm = {
  /** One that was written here; null: none, what is kept stays. */
  key: string | null
  setKey(key: string | null): void
  forgetKey(): Promise<void>
  problemOf?(field: 'key'): string | undefined
}

type Said = 'key' | 'keyKept' | 'keyWillRest' | 'keyReplace' | 'keyForget' | 'keyStay'

export function SecretField(props: {
  say: Pick<typeof words.servers, Said>
  form: SecretForm
  /** Whether there is one already. */
  kept: boolean
  place: KeyPlace
  /** Without it nothing works. */
  isNeeded?: boolean
}) {
  const { say, form, kept, place, isNeeded = false } = props
  if (kept && form.key === null)
    return (
      <div className={styles['key']} role="group" aria-label={say.key}>
        <KeyRound aria-hidden />
        <span>{say.keyKept[place]}</span>
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
        {...(isNeeded ? {} : { note: words.narration.budgetOptional })}
        hint={say.keyWillRest[place]}
        value={form.key ?? ''}
        problem={form.problemOf?.('key')}
        onChange={(key) => form.setKey(key === '' && !kept ? null : key)}
      />
      {kept ? (
        <Button size="small" look="quiet" onClick={() => form.setKey(null)}>
          {say.keyStay}
        </Button>
      ) : null}
    </>
  )
}
