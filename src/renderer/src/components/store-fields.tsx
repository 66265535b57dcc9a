// Where shared takes are kept: a store that speaks S3, with the key to it.
import { useState } from 'react'
import type { FarmView, TakeStore } from '../../../contract/index.ts'
import { TextField } from '../elements/field.tsx'
import { Fold } from '../elements/fold.tsx'
import { SwitchRow } from '../elements/switch-row.tsx'
import { farmWords } from '../farm-words.ts'
import type { FarmForm } from '../hooks/use-farm-form.ts'
import { connectsPlainly } from '../state/farm-draft.ts'
import { words } from '../words.ts'
import styles from './farm-section.module.css'
import { SecretField } from './secret-field.tsx'

const say = farmWords.store
const sayOfSecret = { ...farmWords.password, ...say.secret }

export function StoreFields({ form, view }: { form: FarmForm; view: FarmView }) {
  const { draft, change, problemOf } = form
  const { store } = draft
  const [isFoldOpen, setFoldOpen] = useState(false)
  const set = (patch: Partial<TakeStore>) => change({ store: { ...store, ...patch } })
  const prefixProblem = problemOf('store.prefix')
  return (
    <fieldset className={styles['store']}>
      <legend>{say.title}</legend>
      <TextField
        label={say.address}
        hint={say.addressHint}
        value={store.address}
        problem={problemOf('store.address')}
        placeholder="s3.example"
        onChange={(address) => set({ address })}
      />
      {connectsPlainly(store.address) || store.allowPlain ? (
        <SwitchRow
          label={farmWords.allowPlain}
          text={say.allowPlainText}
          checked={store.allowPlain}
          onChange={(allowPlain) => set({ allowPlain })}
          warns
        />
      ) : null}
      <TextField
        label={say.bucket}
        hint={say.bucketHint}
        value={store.bucket}
        problem={problemOf('store.bucket')}
        onChange={(bucket) => set({ bucket })}
      />
      <TextField
        label={say.region}
        hint={say.regionHint}
        value={store.region}
        problem={problemOf('store.region')}
        onChange={(region) => set({ region })}
      />
      <TextField
        label={say.accessKeyId}
        value={store.accessKeyId}
        problem={problemOf('store.accessKeyId')}
        onChange={(accessKeyId) => set({ accessKeyId })}
      />
      <SecretField
        say={sayOfSecret}
        form={form.storeKey}
        kept={view.hasStoreKey}
        place={view.keys}
        isNeeded
      />
      <Fold
        // What is wrong inside must be seen.
        open={isFoldOpen || prefixProblem !== undefined}
        onToggle={setFoldOpen}
        summary={words.servers.advanced}
      >
        <TextField
          label={say.prefix}
          hint={say.prefixHint}
          value={store.prefix}
          problem={prefixProblem}
          onChange={(prefix) => set({ prefix })}
        />
      </Fold>
    </fieldset>
  )
}
