// Where shared takes are kept: a store that speaks S3, with the key to it.
import type { FarmView, TakeStore } from '../../../contract/index.ts'
import { TextField } from '../elements/text-field.tsx'
import { farmWords } from '../farm-words.ts'
import type { FarmForm } from '../hooks/use-farm-form.ts'
import styles from './farm-section.module.css'
import { PlainRow } from './plain-row.tsx'
import { PrefixFold } from './prefix-fold.tsx'
import { SecretField } from './secret-field.tsx'

const say = farmWords.store
const sayOfSecret = { ...farmWords.password, ...say.secret }

export function StoreFields({ form, view }: { form: FarmForm; view: FarmView }) {
  const { draft, change, problemOf } = form
  const { store } = draft
  const set = (patch: Partial<TakeStore>) => change({ store: { ...store, ...patch } })
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
      <PlainRow text={say.allowPlainText} draft={store} change={set} />
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
      <PrefixFold
        label={say.prefix}
        hint={say.prefixHint}
        value={store.prefix}
        problem={problemOf('store.prefix')}
        onChange={(prefix) => set({ prefix })}
      />
    </fieldset>
  )
}
