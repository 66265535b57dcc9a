// Music and effects on disk: a WAV and its peaks for each sound, named by what is heard, and one list of them.
import { existsSync } from 'node:fs'
import { readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { LibrarySound } from '../contract/index.ts'
import { fail } from '../core/base/failure-error.ts'
import type { SoundLibrary } from '../core/ports/sound-library.ts'
import { openJsonFile } from './json-file.ts'
import { writeFailure } from './write-failure.ts'

/** One channel of 16 bits begins behind so many bytes of its file: an hour never needs a longer header. */
export const soundHeaderBytes = 44

/** Name of a sound's WAV inside its folder. */
export const soundFileName = (id: string): string => `${id}.wav`

/** One by one: an entry that is damaged costs only its own sound. */
const listedIn = (found: unknown): LibrarySound[] =>
  (Array.isArray(found) ? found : []).flatMap((entry) => LibrarySound.safeParse(entry).data ?? [])

/** Opens the list; sounds whose file is gone or damaged are not in it. */
export function openSoundLibrary(folder: string): SoundLibrary {
  const isId = (id: string) => LibrarySound.shape.id.safeParse(id).success
  const pathOf = (id: string) => join(folder, soundFileName(id))
  const peaksOf = (id: string) => join(folder, `${id}.peaks`)
  const listed = openJsonFile(join(folder, 'library.json'), (found) =>
    listedIn(found).filter(({ id }) => existsSync(pathOf(id))),
  )
  /** Asked each time: what is gone or cut short is missed by its name, before anything is made of it. */
  const isWhole = async ({ id, bytes }: LibrarySound) =>
    (await stat(pathOf(id)).catch(() => null))?.size === bytes
  return {
    async list() {
      const sounds = listed.read()
      const whole = await Promise.all(sounds.map(isWhole))
      return sounds
        .filter((_, index) => whole[index])
        .toSorted((a, b) => a.name.localeCompare(b.name, 'en'))
    },
    async keep({ file, peaks, ...sound }, note, addedAt) {
      const kept: LibrarySound = { ...sound, ...note, addedAt }
      try {
        await writeFile(peaksOf(sound.id), peaks)
        await rename(file, pathOf(sound.id))
      } catch (error) {
        await rm(file, { force: true })
        throw writeFailure(error, folder)
      }
      // Brought twice at once it is kept once, as the first one noted it.
      const sounds = await listed.change((now) =>
        now.some(({ id }) => id === sound.id) ? now : [...now, kept],
      )
      return sounds.find(({ id }) => id === sound.id) ?? kept
    },
    async note(id, { name, licence }) {
      const changed = await listed.change((sounds) =>
        sounds.map((sound) => (sound.id === id ? { ...sound, name, licence } : sound)),
      )
      const noted = changed.find((sound) => sound.id === id)
      if (!noted) throw fail('not-found', { kind: 'sound' })
      return noted
    },
    async remove(id) {
      if (!isId(id)) return
      await listed.change((sounds) => sounds.filter((sound) => sound.id !== id))
      for (const path of [pathOf(id), peaksOf(id)]) await rm(path, { force: true })
    },
    async peaks(ids) {
      const found = new Map<string, Uint8Array>()
      for (const id of new Set(ids.filter(isId))) {
        const peaks = await readFile(peaksOf(id)).catch(() => null)
        if (peaks) found.set(id, peaks)
      }
      return found
    },
    path: (id) => (listed.read().some((sound) => sound.id === id) ? pathOf(id) : null),
  }
}
