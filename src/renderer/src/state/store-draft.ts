// The store of shared takes as it is being written in the farm's form.
import { TakeStore } from '../../../contract/take-store.ts'

export type StoreField = 'address' | 'bucket' | 'accessKeyId' | 'region' | 'prefix'

const usual: TakeStore = {
  ...{ address: '', bucket: '', accessKeyId: '', allowPlain: false },
  ...{ prefix: 'lectern/', region: 'us-east-1' },
}

/** Undefined: none is set yet. */
export const draftOfStore = (store: TakeStore | undefined): TakeStore => store ?? usual

/** The settings that a draft without problems means; what was typed without https:// or a last slash is given it. */
export function storeOfDraft(draft: TakeStore): TakeStore {
  const address = draft.address.trim()
  const prefix = draft.prefix.trim().replace(/^\/+/, '')
  return {
    ...draft,
    address: address === '' || address.includes('://') ? address : `https://${address}`,
    bucket: draft.bucket.trim(),
    accessKeyId: draft.accessKeyId.trim(),
    region: draft.region.trim(),
    prefix: prefix === '' || prefix.endsWith('/') ? prefix : `${prefix}/`,
  }
}

/** What a person should mend before it can be saved. */
export function storeProblems(draft: TakeStore): ReadonlySet<StoreField> {
  const store = storeOfDraft(draft)
  const fields = ['bucket', 'accessKeyId', 'region', 'prefix'] as const
  const problems = new Set<StoreField>(
    fields.filter((field) => !TakeStore.shape[field].safeParse(store[field]).success),
  )
  if (!/^https?:\/\/[^\s/]/i.test(store.address) || store.address.length > 400)
    problems.add('address')
  return problems
}
