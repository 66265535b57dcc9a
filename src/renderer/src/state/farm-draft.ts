// The farm's settings as they are being written in their form.
import { FarmSettings } from '../../../contract/farm.ts'
import type { Failure, TakeStore } from '../../../contract/index.ts'
import { draftOfStore, storeOfDraft, storeProblems, type StoreField } from './store-draft.ts'

export type FarmDraft = FarmSettings & {
  /** As it was written, also while another place is chosen; what is kept of it stays as it was then. */
  store: TakeStore
}
/** Those of the store begin with `store.`. */
export type FarmField = 'address' | 'prefix' | `store.${StoreField}`

/** A worker has it as well, unless it is told another. */
export const usualPrefix = 'lectern'

const usual: FarmSettings = {
  address: '',
  prefix: usualPrefix,
  allowPlain: false,
  speakHere: true,
  shares: 'nowhere',
}

/** Null: none is set yet. */
export function draftOfFarm(settings: FarmSettings | null): FarmDraft {
  const farm = settings ?? usual
  return { ...farm, store: draftOfStore(farm.takeStore) }
}

/** The settings that a draft without problems means. */
export function farmOfDraft({ store, ...farm }: FarmDraft): FarmSettings {
  return {
    ...farm,
    address: farm.address.trim(),
    prefix: farm.prefix.trim(),
    ...(farm.shares === 'store' ? { takeStore: storeOfDraft(store) } : {}),
  }
}

/** What a person should mend before it can be saved. */
export function farmProblems(draft: FarmDraft): ReadonlySet<FarmField> {
  const { address, prefix } = farmOfDraft(draft)
  const problems = new Set<FarmField>()
  if (!/^rediss?:\/\/[^\s/]/i.test(address)) problems.add('address')
  if (!FarmSettings.shape.prefix.safeParse(prefix).success) problems.add('prefix')
  if (draft.shares === 'store')
    for (const field of storeProblems(draft.store)) problems.add(`store.${field}`)
  return problems
}

/** Which field a refusal of the studio is about; null: none, or all of them. */
export function farmFieldOf({ code }: Failure): FarmField | null {
  if (code === 'farm-address-refused') return 'address'
  return code === 'address-refused' ? 'store.address' : null
}

/** For people; a password that was written into an address is no part of it. */
export const hostOf = (address: string): string =>
  URL.canParse(address) ? new URL(address).host : ''
