// The list of one server's voices: from the cache while it is fresh, old when the server is silent.
import { FailureError } from '../../../core/base/failure-error.ts'
import type { Clock } from '../../../core/base/scope.ts'
import { untilAborted } from '../../../core/base/until-aborted.ts'
import type { SpeechServer } from '../../../contract/index.ts'
import { openDeadlines } from '../../servers/deadlines.ts'
import { listServerVoices, type Listing } from './list-server-voices.ts'
import type { ServerConnections } from '../../servers/server-connections.ts'
import { troubleOf } from './speak-by-server.ts'
import { listingLifeMs, type CachedListing, type VoiceListCache } from './voice-list-cache.ts'

export type ServerListing = {
  /** Asks the addresses in turn. Fails with what the first one failed with; aborts by the signal. */
  read(signal: AbortSignal, fresh: boolean): Promise<Listing>
  /** What is known without asking. */
  known(): Listing | null
  /** Seconds, when the last answer was an old list because the server was silent; else null. */
  age(): number | null
  /** Whether no address answered when they were last asked. */
  isSilent(): boolean
  /** The key is another: what failed with the old one says nothing, and what is under way is waited for no more. */
  renew(): void
}

export type ServerListingOptions = {
  server: SpeechServer
  connections: Pick<ServerConnections, 'use'>
  cache: VoiceListCache
  clock: Clock
  /** Ends what is under way. */
  lifetime: AbortSignal
}

const askMs = 10_000
/** A server that is silent is left alone for a while by those who do not insist. */
const quietMs = 15_000

export function createServerListing(options: ServerListingOptions): ServerListing {
  const { server, connections, cache, clock, lifetime } = options
  let asking: Promise<Listing> | null = null
  let failed: { at: number; error: unknown } | null = null

  /** Counts the keys: an answer to an older one changes nothing. */
  let turn = 0

  const askOne = (address: string): Promise<CachedListing> =>
    connections.use(address, async ({ client, key }) => {
      const deadlines = openDeadlines(clock, askMs, lifetime)
      try {
        const listing = await listServerVoices(client, server.model, deadlines.signal)
        return { ...listing, at: clock.now() }
      } catch (error) {
        const { name, model, id } = server
        const asked = { server: name, model, voice: id, text: '', key }
        const struckMs = deadlines.struck()
        throw troubleOf(error, asked, { signal: lifetime, struckMs, now: clock.now() })
      } finally {
        deadlines.close()
      }
    })

  const ask = async (): Promise<Listing> => {
    const mine = turn
    let first: unknown
    for (const address of server.addresses) {
      try {
        const listing = await askOne(address)
        failed = null
        await cache.keep(server, listing)
        return listing
      } catch (error) {
        first ??= error
      }
    }
    if (mine === turn) failed = { at: clock.monotonic(), error: first }
    throw first
  }

  /** All who ask at the same time share one answer. */
  const askOnce = (): Promise<Listing> => {
    if (asking) return asking
    const mine: Promise<Listing> = ask().finally(() => {
      if (asking === mine) asking = null
    })
    return (asking = mine)
  }

  return {
    known: () => cache.find(server),
    isSilent: () => failed !== null,
    renew() {
      turn += 1
      failed = null
      asking = null
    },
    age() {
      const cached = cache.find(server)
      return failed && cached ? Math.max(0, Math.round((clock.now() - cached.at) / 1000)) : null
    },
    async read(signal, fresh) {
      const cached = cache.find(server)
      if (!fresh) {
        if (cached && clock.now() - cached.at < listingLifeMs) return cached
        if (failed && clock.monotonic() - failed.at < quietMs) {
          if (cached) return cached
          throw failed.error
        }
      }
      try {
        return await untilAborted(askOnce(), signal)
      } catch (error) {
        if (cached && error instanceof FailureError) return cached
        throw error
      }
    },
  }
}
