// Texts on their way to a reader of books, each in a folder of its own that is emptied at start.
import { randomUUID } from 'node:crypto'
import { mkdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { PassingTexts } from '../core/ports/passing-texts.ts'
import { writeFailure } from './write-failure.ts'

/** `folder`: the transfers folder. */
export function openPassingTexts(folder: string): PassingTexts {
  return {
    async write(name, text) {
      const place = join(folder, randomUUID())
      const path = join(place, name)
      const release = () => rm(place, { recursive: true, force: true })
      try {
        await mkdir(place, { recursive: true })
        await writeFile(path, text, { mode: 0o600 })
        return { path, release }
      } catch (error) {
        await release().catch(() => {})
        throw writeFailure(error, folder)
      }
    },
  }
}
