// The farm's settings as they are being written in their form.
import { FarmSettings } from '../../../contract/farm.ts'
import type { Failure } from '../../../contract/index.ts'

export type FarmDraft = FarmSettings
export type FarmField = 'address' | 'prefix'

/** A worker has it as well, unless it is told another. */
export const usualPrefix = 'lectern'

const usual: FarmDraft = {
  address: '',
  prefix: usualPrefix,
  allowPlain: false,
  speakHere: true,
  shareTakes: false,
}

/** Null: none is set yet. */
export const draftOfFarm = (settings: FarmSettings | null): FarmDraft => settings ?? usual

/** The settings that a draft without problems means. */
export const farmOfDraft = (draft: FarmDraft): FarmSettings => ({
  ...draft,
  address: draft.address.trim(),
  prefix: draft.prefix.trim(),
})

/** What a person should mend before it can be saved. */
export function farmProblems(draft: FarmDraft): ReadonlySet<FarmField> {
  const { address, prefix } = farmOfDraft(draft)
  const problems = new Set<FarmField>()
  if (!/^rediss?:\/\/[^\s/]/i.test(address)) problems.add('address')
  if (!FarmSettings.shape.prefix.safeParse(prefix).success) problems.add('prefix')
  return problems
}

/** Which field a refusal of the studio is about; null: none, or all of them. */
export const farmFieldOf = ({ code }: Failure): FarmField | null =>
  code === 'farm-address-refused' ? 'address' : null

/** Whether it would be connected to without protection, beyond this machine. */
export function connectsPlainly(address: string): boolean {
  const host = /^redis:\/\/(?:[^@/]*@)?(\[[^\]]*\]|[^/:?#]+)/i.exec(address.trim())?.[1]
  return host !== undefined && !/^(localhost|.*\.localhost|\[::1\]|127(\.\d+){3})$/i.test(host)
}

/** For people; a password that was written into an address is no part of it. */
export const hostOf = (address: string): string =>
  URL.canParse(address) ? new URL(address).host : ''
