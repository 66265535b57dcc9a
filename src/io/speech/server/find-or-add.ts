// The server that a person means by addresses alone, as in the terminal.
import type { ServerView, SpeechServer } from '../../../contract/index.ts'
import { FailureError } from '../../../core/base/failure-error.ts'
import type { Listing } from './list-server-voices.ts'
import { newServer } from './new-server.ts'
import { serverAddress } from '../../servers/server-address.ts'
import { fingerprint, newServerId, serverAt } from './server-identity.ts'
import { guessKind, knownServers } from './server-presets.ts'

export type ServerWish = {
  /** Several are several machines with the same voices. */
  addresses: readonly string[]
  model?: string | undefined
  key?: string | undefined
  allowPlain?: boolean
}

export type FoundServer = {
  view: ServerView
  found: 'known' | 'moved' | 'new'
  /** Where it was before it moved. */
  before: readonly string[]
}

/** What is asked of whoever keeps the servers. */
export type ServerShelf = {
  saved(): readonly SpeechServer[]
  /** As it last listed, however old. */
  knownListing(server: SpeechServer): Listing | null
  askListing(server: SpeechServer, key: string | null): Promise<Listing>
  keepListing(server: SpeechServer, listing: Listing): Promise<void>
  save(server: SpeechServer): Promise<ServerView>
  setKey(id: string, key: string): Promise<ServerView>
}

/**
 * A moved server keeps its id, and so all that it has spoken; it is known by the models and voices that
 * it lists and the model asked for. Its old key stays behind. Fails with `address-refused`.
 */
export async function findOrAdd(shelf: ServerShelf, wish: ServerWish): Promise<FoundServer> {
  const { model, key, allowPlain = false } = wish
  const addresses = addressesOf(wish)
  const put = async (server: SpeechServer, found: FoundServer['found'], before: string[] = []) => {
    const saved = await shelf.save(server)
    const view = key === undefined ? saved : await shelf.setKey(server.id, key)
    return { view, found, before }
  }

  const known = serverAt(shelf.saved(), addresses, model)
  if (known) {
    const all = [...new Set([...known.addresses, ...addresses])]
    return put({ ...known, addresses: all, allowPlain: known.allowPlain || allowPlain }, 'known')
  }

  const met = await meetStranger(shelf, wish).catch((error: unknown) => {
    // A server that does not answer now is added all the same.
    if (error instanceof FailureError) return { server: strangerAt(shelf, wish, []), listing: none }
    throw error
  })
  const { listing } = met

  const moved = shelf.saved().find((server) => {
    const last = shelf.knownListing(server)
    const now = fingerprint(listing, model ?? server.model)
    return now !== null && last !== null && fingerprint(last, server.model) === now
  })
  const server = moved
    ? { ...moved, addresses, allowPlain: moved.allowPlain || allowPlain }
    : met.server
  const answer = await put(server, moved ? 'moved' : 'new', moved?.addresses)
  if (listing.models.length + listing.voices.length > 0) await shelf.keepListing(server, listing)
  return answer
}

const none: Listing = { models: [], voices: [] }

/** Fails with `address-refused`. */
export const addressesOf = ({ addresses, allowPlain = false }: ServerWish): string[] => [
  ...new Set(addresses.map((address) => serverAddress(address, allowPlain))),
]

/** A server that is not saved, as it would be; known by what it lists. Fails as listing does. */
export async function meetStranger(
  shelf: Pick<ServerShelf, 'saved' | 'askListing'>,
  wish: ServerWish,
): Promise<{ server: SpeechServer; listing: Listing }> {
  const listing = await shelf.askListing(strangerAt(shelf, wish, []), wish.key ?? null)
  const models = listing.models.map(({ id }) => id)
  return { server: strangerAt(shelf, wish, models), listing }
}

/** Named by its kind, with the model asked for, else the usual one where it is listed. */
function strangerAt(
  shelf: Pick<ServerShelf, 'saved'>,
  wish: ServerWish,
  models: readonly string[],
): SpeechServer {
  const addresses = addressesOf(wish)
  const [first = ''] = addresses
  const kind = guessKind(first, models)
  const usual = knownServers[kind].model
  const model = wish.model ?? (models.length === 0 || models.includes(usual) ? usual : models[0])
  const used = shelf.saved().map(({ id }) => id)
  const id = newServerId(kind, first, used)
  const name = kind === 'other' ? new URL(first).host : knownServers[kind].name
  const server = newServer({ id, kind, name, addresses, model })
  return { ...server, allowPlain: wish.allowPlain ?? false }
}
