// The takes of a plan, decoded and held against their digest before anything is made from them.
import type { Clip } from '../../contract/index.ts'
import { fail } from '../../core/base/failure-error.ts'
import type { LoadedSounds } from '../../core/master/render-clips.ts'
import { openTakeReader, type TakeReader } from '../sqlite/take-reader.ts'
import type { CodecEngine } from './codec-engine.ts'
import { audioDigest } from './prepare-take.ts'

export type StoredTakes = {
  /** For one rendering. Throws `take-damaged` (params: takeId) for what is missing or not as it was. */
  loaderFor(clips: readonly Clip[]): LoadedSounds['take']
}

/** Opens the database when the first take is asked for, and keeps it open. */
export function openStoredTakes(
  engine: Pick<CodecEngine, 'decodeFlac'>,
  takesDatabase: string,
): StoredTakes {
  let reader: TakeReader | null = null
  return {
    loaderFor(clips) {
      const digests = new Map<string, string>()
      for (const { source } of clips)
        if (source.kind === 'take') digests.set(source.takeId, source.audioDigest)
      return (takeId) => {
        reader ??= openTakeReader(takesDatabase)
        const flac = reader.flac(takeId)
        if (!flac) throw fail('take-damaged', { takeId }, 'it is not there')
        const decoded = engine.decodeFlac(flac)
        if (!decoded) throw fail('take-damaged', { takeId }, 'it cannot be decoded')
        if (audioDigest(decoded.samples) !== digests.get(takeId))
          throw fail('take-damaged', { takeId }, 'its sound is not what was kept')
        return decoded.samples
      }
    },
  }
}
