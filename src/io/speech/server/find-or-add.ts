// The server that a person means by addresses alone, as in the terminal.
import type { ServerView, SpeechServer } from '../../../contract/index.ts'
import { FailureError } from '../../../core/base/failure-error.ts'
import type { Listing } from './list-server-voices.ts'
import { newServer } from './new-server.ts'
import { serverAddress } from './server-address.ts'
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
  const addresses = [
    ...new Set(wish.addresses.map((address) => serverAddress(address, allowPlain))),
  ]
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

  const stranger = (kind: SpeechServer['kind'], asked: string | undefined) => {
    const [first = ''] = addresses
    const used = shelf.saved().map(({ id }) => id)
    const id = newServerId(kind, first, used)
    const name = kind === 'other' ? new URL(first).host : knownServers[kind].name
    return { ...newServer({ id, kind, name, addresses, model: asked }), allowPlain }
  }
  const [first = ''] = addresses
  const listing = await askQuietly(shelf, stranger(guessKind(first, []), model), key ?? null)
  const names = listing.models.map(({ id }) => id)
  const kind = guessKind(first, names)
  const usual = knownServers[kind].model
  const chosen = model ?? (names.length === 0 || names.includes(usual) ? usual : names[0])

  const moved = shelf.saved().find((server) => {
    const last = shelf.knownListing(server)
    const now = fingerprint(listing, model ?? server.model)
    return now !== null && last !== null && fingerprint(last, server.model) === now
  })
  const server = moved
    ? { ...moved, addresses, allowPlain: moved.allowPlain || allowPlain }
    : stranger(kind, chosen)
  const answer = await put(server, moved ? 'moved' : 'new', moved?.addresses)
  if (names.length + listing.voices.length > 0) await shelf.keepListing(server, listing)
  return answer
}

/** A server that does not answer now is added all the same. */
async function askQuietly(
  shelf: ServerShelf,
  server: SpeechServer,
  key: string | null,
): Promise<Listing> {
  try {
    return await shelf.askListing(server, key)
  } catch (error) {
    if (error instanceof FailureError) return { models: [], voices: [] }
    throw error
  }
}
