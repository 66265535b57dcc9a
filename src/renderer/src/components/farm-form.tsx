// The form of the farm: where its Redis is, its password, and what is left to it.
import { useEffect, useRef } from 'react'
import type { FarmView } from '../../../contract/index.ts'
import { Button } from '../elements/button.tsx'
import { ChoiceField } from '../elements/choice-field.tsx'
import { TextField } from '../elements/text-field.tsx'
import { Notice } from '../elements/notice.tsx'
import { SwitchRow } from '../elements/switch-row.tsx'
import { farmWords as say } from '../farm-words.ts'
import { useFarmForm } from '../hooks/use-farm-form.ts'
import type { FarmMirror } from '../state/farm.ts'
import { failureSentence, words } from '../words.ts'
import styles from './farm-section.module.css'
import { PlainRow } from './plain-row.tsx'
import { PrefixFold } from './prefix-fold.tsx'
import { SecretField } from './secret-field.tsx'
import { StoreFields } from './store-fields.tsx'

const places = (['nowhere', 'redis', 'store'] as const).map((value) => ({
  ...{ value, label: say.shares[value] },
}))

export function FarmForm(props: { mirror: FarmMirror; view: FarmView; onDone: () => void }) {
  const { mirror, view, onDone } = props
  const form = useFarmForm(mirror, view)
  const first = useRef<HTMLInputElement>(null)
  useEffect(() => first.current?.focus(), [])
  const { draft, change, problemOf } = form
  return (
    <form
      className={styles['form']}
      aria-label={say.title}
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        void form.save().then((done) => (done ? onDone() : undefined))
      }}
    >
      <TextField
        ref={first}
        label={say.address}
        hint={say.addressHint}
        value={draft.address}
        problem={problemOf('address')}
        placeholder="rediss://farm.example:6379"
        onChange={(address) => change({ address })}
      />
      <PlainRow text={say.allowPlainText} draft={draft} change={change} />
      <SecretField
        say={say.password}
        form={form.password}
        kept={view.hasPassword}
        place={view.keys}
      />
      <SwitchRow
        label={say.speakHere}
        text={say.speakHereText}
        checked={draft.speakHere}
        onChange={(speakHere) => change({ speakHere })}
      />
      <ChoiceField
        label={say.shareTakes}
        hint={say.shareTakesHint}
        value={draft.shares}
        choices={places}
        onChange={(shares) => change({ shares })}
      />
      {draft.shares === 'store' ? <StoreFields {...{ form, view }} /> : null}
      <PrefixFold
        label={say.prefix}
        hint={say.prefixHint}
        value={draft.prefix}
        problem={problemOf('prefix')}
        onChange={(prefix) => change({ prefix })}
      />
      {form.failure === null ? null : (
        <Notice tone="danger" alert>
          <p>{failureSentence(form.failure)}</p>
        </Notice>
      )}
      <div className={styles['buttons']}>
        <Button look="primary" type="submit" disabled={form.busy}>
          {say.save}
        </Button>
        <Button look="quiet" onClick={onDone}>
          {words.app.cancel}
        </Button>
      </div>
    </form>
  )
}
