// Which saved server an address means: the same one, one that has moved, or a new one. Pure.
import { ProviderName, type ServerKind, type SpeechServer } from '../../../contract/index.ts'
import { digestJson } from '../../../core/base/digest.ts'
import type { Listing } from './list-server-voices.ts'

/** Of the server that the environment names. */
export const environmentServerId = 'openai-env'
/** Never the id of a person's server: other sources have these names. */
const takenNames = ['espeak', 'flite', 'neural', 'system', environmentServerId]

/** The saved server that has one of the addresses, and the model where one was asked for. */
export const serverAt = (
  saved: readonly SpeechServer[],
  addresses: readonly string[],
  model: string | undefined,
): SpeechServer | undefined =>
  saved.find(
    (server) =>
      server.addresses.some((each) => addresses.includes(each)) &&
      (model === undefined || server.model === model),
  )

/** What a server is recognised by when its address has changed; null where it lists too little. */
export function fingerprint({ models, voices }: Listing, model: string): string | null {
  if (models.length === 0 && voices.length === 0) return null
  const names = { models: models.map(({ id }) => id), voices: voices.map(({ name }) => name) }
  return digestJson({ model, models: names.models.toSorted(), voices: names.voices.toSorted() })
}

/** A name that stays and that nobody has: by kind where it is known, else by host. */
export function newServerId(kind: ServerKind, address: string, used: readonly string[]): string {
  const host = new URL(address).hostname.toLowerCase().replace(/[^a-z0-9]+/g, '-')
  const word = (kind === 'other' ? `server-${host}` : kind).slice(0, 34).replace(/-+$/, '')
  const all = new Set([...takenNames, ...used])
  let id = word
  for (let count = 2; all.has(id); count += 1) id = `${word}-${count}`
  return ProviderName.parse(id)
}

/** Whether an id may be a person's server's. */
export const isFreeId = (id: string): boolean => !takenNames.includes(id)
