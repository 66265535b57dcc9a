// The lists that servers gave, kept in memory and in a file so that nobody waits for them again.
import { z } from 'zod'
import { ServerModel, type SpeechServer } from '../../../contract/index.ts'
import { digestJson } from '../../../core/base/digest.ts'
import { openJsonFile } from '../../json-file.ts'
import type { Listing } from './list-server-voices.ts'

export type CachedListing = Listing & {
  /** When it was asked for, in milliseconds since the epoch. */
  at: number
}

/** Fresh for so long. */
export const listingLifeMs = 3_600_000
const mostServers = 100

const Kept = z.record(
  z.string(),
  z.object({
    of: z.string(),
    at: z.number(),
    voices: z.array(z.object({ name: z.string(), label: z.string() })),
    models: z.array(ServerModel),
  }),
)
type Kept = z.infer<typeof Kept>

export type VoiceListCache = {
  /** Of the server as it is now; also when it is old. */
  find(server: SpeechServer): CachedListing | null
  /** Never fails: what cannot be written is only asked for again. */
  keep(server: SpeechServer, listing: CachedListing): Promise<void>
  forget(id: string): Promise<void>
}

/** Keeps the lists of the hundred servers that were asked last. */
export function openVoiceListCache(path: string): VoiceListCache {
  const file = openJsonFile<Kept>(path, (found) => Kept.safeParse(found).data ?? {})
  // Whatever changes what is listed makes the list another one.
  const of = ({ addresses, model }: SpeechServer) => digestJson({ addresses, model })
  return {
    find(server) {
      const kept = file.read()[server.id]
      return kept?.of === of(server) ? kept : null
    },
    async keep(server, { at, voices, models }) {
      const add = ({ [server.id]: _, ...others }: Kept): Kept => {
        const all = Object.entries(others).sort(([, a], [, b]) => b.at - a.at)
        const kept = { of: of(server), at, voices, models }
        return Object.fromEntries([[server.id, kept], ...all.slice(0, mostServers - 1)])
      }
      await file.change(add).catch(() => {})
    },
    async forget(id) {
      if (id in file.read()) await file.change(({ [id]: _, ...others }) => others).catch(() => {})
    },
  }
}
