// What the core asks of the farm: its state for people, and takes that others have made.
import type { FarmChange, FarmView, TakeId, WorkerWish } from '../../contract/index.ts'
import type { SoundPart } from './codecs.ts'

/** Loads nothing while no farm is set. */
export type Farm = {
  view(): Promise<FarmView>
  /** Fails with `farm-address-refused`, `address-refused`, `not-found`, `folder-not-writable`, `disk-full`. */
  set(change: FarmChange): Promise<void>
  /** Fails with `not-found` for a worker that is gone, with `farm-away`. */
  wish(workerId: string, wish: WorkerWish): Promise<void>
  onChange(listener: () => void): () => void
}

/** Takes that a team shares; with none set nothing is found and nothing is given away. Never fails. */
export type SharedTakes = {
  /** The sound of a take that somebody else has made, in the spool; null where nobody has. */
  find(takeId: TakeId, signal: AbortSignal): Promise<SoundPart | null>
  /** Gives a take to the others, when there is time. `flac`: read when its turn comes. */
  offer(takeId: TakeId, flac: () => Promise<Uint8Array | null>): void
}
