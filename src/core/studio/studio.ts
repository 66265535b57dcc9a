// What a door holds: the two verbs, the media behind the addresses, and the end.
import type { StudioClient } from '../../contract/index.ts'
import type { Media } from '../ports/media.ts'
import type { Tickets } from '../ports/tickets.ts'

export type Studio = StudioClient & {
  /** Checks arguments with zod and never throws; what doors bind their transport to. */
  callUnchecked(
    name: string,
    args: unknown,
  ): Promise<import('../../contract/index.ts').Reply<unknown>>
  /** Every event, for a transport. Returns the function that stops listening. */
  onAny(listener: (name: string, payload: unknown) => void): () => void
  /** What stands behind an address below `/media/`; null when there is nothing. */
  media(path: string): Promise<Media | null>
  tickets: Tickets
  /** Finishes what is in flight, leaves open jobs for the next start, frees everything. */
  close(): Promise<void>
}
