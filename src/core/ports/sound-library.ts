// Where music and effects rest: one library for all books.
import type { LibrarySound, SoundNote } from '../../contract/index.ts'

/** A sound decoded to one channel and measured, as WAV in the spool, ready to be kept. */
export type PreparedSound = Omit<LibrarySound, 'name' | 'licence' | 'addedAt'> & {
  /** Absolute path; the keeper's from then on. */
  file: string
  /** Signed 8-bit minimum and maximum, 100 pairs a second. */
  peaks: Uint8Array
}

export type SoundLibrary = {
  /** By name. */
  list(): Promise<LibrarySound[]>
  /** Moves the file in; what is there already keeps its note. Fails with `disk-full`. */
  keep(prepared: PreparedSound, note: SoundNote, addedAt: number): Promise<LibrarySound>
  /** Fails with `not-found`. */
  note(id: string, note: SoundNote): Promise<LibrarySound>
  /** Nothing happens where it is gone already. */
  remove(id: string): Promise<void>
  /** Waveform peaks of the sounds that exist among the ids. */
  peaks(ids: readonly string[]): Promise<Map<string, Uint8Array>>
  /** Where the WAV of a sound lies; null where the library has none of it. */
  path(id: string): string | null
}
