// A speech server as it is being written in its form: words, until they are a server again.
import type { Failure, Price, ServerPreset, SpeechServer } from '../../../contract/index.ts'
import { connectsPlainly } from './plain-address.ts'

export type ServerDraft = {
  /** Null: it is a new one, and gets its id when it is first saved. */
  id: string | null
  kind: SpeechServer['kind']
  name: string
  addresses: string
  model: string
  voices: string
  languages: string
  format: SpeechServer['format']
  instructions: string
  allowPlain: boolean
  atOnce: 'usual' | 'found' | 'number'
  lanes: string
  requestsPerMinute: string
  charactersPerMinute: string
  price: string
  currency: string
  /** What the price was before it was written, so that its date and source stay with it. */
  priceBefore: Price | null
}

/** Fields that can be wrong; a failure of the studio is put beside one of them, or below all. */
export type DraftField = keyof Omit<ServerDraft, 'id' | 'kind' | 'priceBefore'>
export type DraftProblem =
  | 'name'
  | 'addresses'
  | 'model'
  | 'number'
  | 'lanes'
  | 'price'
  | 'currency'
export type DraftProblems = Partial<Record<DraftField, DraftProblem>>

const written = (number: number | null): string => (number === null ? '' : String(number))

const fromParts = (id: string | null, server: Omit<SpeechServer, 'id'>): ServerDraft => ({
  id,
  kind: server.kind,
  name: server.name,
  addresses: server.addresses.join('\n'),
  model: server.model,
  voices: server.voices.join('\n'),
  languages: server.languages.join(', '),
  format: server.format,
  instructions: server.instructions,
  allowPlain: server.allowPlain,
  atOnce: server.lanes === null ? 'usual' : server.lanes === 0 ? 'found' : 'number',
  lanes: server.lanes === null || server.lanes === 0 ? '' : String(server.lanes),
  requestsPerMinute: written(server.requestsPerMinute),
  charactersPerMinute: written(server.charactersPerMinute),
  price: written(server.price?.perMillionCharacters ?? null),
  currency: server.price?.currency ?? 'USD',
  priceBefore: server.price,
})

export const draftOfServer = (server: SpeechServer): ServerDraft => fromParts(server.id, server)

/** What a kind of server begins with. */
export const draftOfPreset = (preset: ServerPreset): ServerDraft =>
  fromParts(null, {
    kind: preset.kind,
    name: preset.kind === 'other' ? '' : preset.name,
    addresses: preset.address === '' ? [] : [preset.address],
    model: preset.model,
    voices: [],
    languages: [],
    format: 'wav',
    instructions: '',
    allowPlain: false,
    lanes: preset.lanes,
    requestsPerMinute: null,
    charactersPerMinute: null,
    price: preset.price,
  })

/** Whether nothing of what a person can write is another. */
export const isSameDraft = (a: ServerDraft, b: ServerDraft): boolean =>
  (Object.keys(a) as (keyof ServerDraft)[]).every(
    (field) => field === 'id' || field === 'priceBefore' || a[field] === b[field],
  )

const lines = (text: string): string[] => listed(text, /\n+/)
const listed = (text: string, between: RegExp): string[] => [
  ...new Set(
    text
      .split(between)
      .map((one) => one.trim())
      .filter(Boolean),
  ),
]
const amount = (text: string): number => Number(text.trim().replace(',', '.'))
const isWhole = (text: string, most: number): boolean =>
  /^\d+$/.test(text.trim()) && Number(text) >= 1 && Number(text) <= most

/** What a person should mend before it can be saved. */
export function draftProblems(draft: ServerDraft): DraftProblems {
  const problems: DraftProblems = {}
  if (draft.name.trim() === '') problems.name = 'name'
  if (lines(draft.addresses).length === 0) problems.addresses = 'addresses'
  if (draft.model.trim() === '') problems.model = 'model'
  if (draft.atOnce === 'number' && !isWhole(draft.lanes, 64)) problems.lanes = 'lanes'
  for (const field of ['requestsPerMinute', 'charactersPerMinute'] as const)
    if (draft[field].trim() !== '' && !isWhole(draft[field], Number.MAX_SAFE_INTEGER))
      problems[field] = 'number'
  if (draft.price.trim() !== '') {
    if (!Number.isFinite(amount(draft.price)) || amount(draft.price) < 0) problems.price = 'price'
    if (!/^[a-z]{3}$/i.test(draft.currency.trim())) problems.currency = 'currency'
  }
  return problems
}

/** A name that stays and that no other source has: by kind where it is known, else by host. */
export function newServerId(draft: ServerDraft, taken: readonly string[]): string {
  const address = lines(draft.addresses)[0] ?? ''
  const host = /^(?:[a-z][a-z0-9+.-]*:\/\/)?(\[[^\]]*\]|[^/:?#]*)/i.exec(address)?.[1] ?? ''
  const word = draft.kind === 'other' ? `server-${host}` : draft.kind
  const stem = word
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 34)
    .replace(/-+$/, '')
  let id = stem
  for (let count = 2; taken.includes(id); count += 1) id = `${stem}-${count}`
  return id
}

/** The server that a draft without problems means. `today`: `YYYY-MM-DD`; `byHand`: a price's source. */
export function serverOfDraft(
  draft: ServerDraft,
  id: string,
  today: string,
  byHand: string,
): SpeechServer {
  const limit = (text: string) => (text.trim() === '' ? null : Number(text))
  return {
    id,
    kind: draft.kind,
    name: draft.name.trim(),
    addresses: lines(draft.addresses),
    model: draft.model.trim(),
    voices: lines(draft.voices),
    languages: listed(draft.languages, /[,\s]+/),
    format: draft.format,
    instructions: draft.instructions.trim(),
    allowPlain: draft.allowPlain,
    lanes: { usual: null, found: 0, number: Number(draft.lanes) }[draft.atOnce],
    requestsPerMinute: limit(draft.requestsPerMinute),
    charactersPerMinute: limit(draft.charactersPerMinute),
    price: priceOf(draft, today, byHand),
  }
}

function priceOf(draft: ServerDraft, today: string, byHand: string): Price | null {
  if (draft.price.trim() === '') return null
  const perMillionCharacters = amount(draft.price)
  const currency = draft.currency.trim().toUpperCase()
  const { priceBefore: before } = draft
  if (before?.perMillionCharacters === perMillionCharacters && before.currency === currency)
    return before
  return { perMillionCharacters, currency, asOf: today, source: byHand }
}

/** Which field a refusal of the studio is about; null: none, or all of them. */
export function fieldOf(failure: Failure): DraftField | 'key' | null {
  if (failure.code === 'address-refused' || failure.code === 'server-unreachable')
    return 'addresses'
  if (failure.code === 'key-refused') return 'key'
  return failure.code === 'model-gone' ? 'model' : null
}

/** Whether one of the addresses would be asked without protection, beyond this machine. */
export const asksPlainly = (addresses: string): boolean => lines(addresses).some(connectsPlainly)
