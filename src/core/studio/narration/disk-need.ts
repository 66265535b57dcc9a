// How much of the disk takes will need that are not spoken yet: from those that are, else from what is usual.
import type { TakeStore } from '../../ports/takes.ts'

/** FLAC of one voice at 24 kHz, about 24 kB a second, at the usual pace. */
const usualBytesPerCharacter = 1600
/** So many takes tell what the others will be like. */
const sampleSize = 200
/** Fewer characters say nothing of a voice. */
const leastCharacters = 500

export type DiskNeed = {
  /** A row that is ready: its take, and the characters that it says. */
  note(takeId: string, characters: number): void
  /** Bytes for so many characters more. */
  bytesFor(characters: number): Promise<number>
}

export function createDiskNeed(takes: Pick<TakeStore, 'bytesOf'>): DiskNeed {
  const ids: string[] = []
  let said = 0
  return {
    note(takeId, characters) {
      if (ids.length >= sampleSize) return
      ids.push(takeId)
      said += characters
    },
    async bytesFor(characters) {
      if (said < leastCharacters) return characters * usualBytesPerCharacter
      return Math.round(characters * ((await takes.bytesOf(ids)) / said))
    },
  }
}
