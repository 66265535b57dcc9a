// The sound a plan is rendered from: takes out of their database, music out of the library's files.
import { closeSync, openSync, readSync } from 'node:fs'
import { join } from 'node:path'
import type { Clip } from '../../contract/index.ts'
import { fail } from '../../core/base/failure-error.ts'
import type { LoadSound } from '../../core/master/mix-music.ts'
import type { LoadedSounds } from '../../core/master/render-clips.ts'
import type { DataFolder } from '../data-folder.ts'
import { soundFileName, soundHeaderBytes } from '../sound-library.ts'
import type { CodecEngine } from './codec-engine.ts'
import { openStoredTakes } from './stored-takes.ts'

export type StoredSounds = {
  /** For one rendering. Throws `take-damaged` (params: takeId) and `sound-missing` (params: name). */
  loaderFor(clips: readonly Clip[]): LoadedSounds
}

/** Opens what it needs when it is asked for it. */
export function openStoredSounds(
  engine: CodecEngine,
  folder: Pick<DataFolder, 'takesDatabase' | 'sounds'>,
): StoredSounds {
  const takes = openStoredTakes(engine, folder.takesDatabase)
  const sound: LoadSound = (soundId) => (from, to) => readSamples(folder.sounds, soundId, from, to)
  return { loaderFor: (clips) => ({ take: takes.loaderFor(clips), sound }) }
}

/** Opened for each reading: a sound that was removed must not live on in a file that nobody sees. */
function readSamples(folder: string, soundId: string, from: number, to: number): Int16Array {
  const path = join(folder, soundFileName(soundId))
  const bytes = Buffer.alloc((to - from) * 2)
  try {
    const file = openSync(path, 'r')
    try {
      const count = readSync(file, bytes, 0, bytes.length, soundHeaderBytes + from * 2)
      if (count < bytes.length) throw new Error(`${count} of ${bytes.length} bytes`)
    } finally {
      closeSync(file)
    }
  } catch (error) {
    throw fail('sound-missing', { name: soundId.slice(0, 8) }, String(error))
  }
  return new Int16Array(bytes.buffer, bytes.byteOffset, to - from)
}
