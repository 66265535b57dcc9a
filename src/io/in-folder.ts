// Writes into a folder of ours that somebody may have tidied away while we run: it is made again.
import { mkdirSync } from 'node:fs'

/** Does `write`, and once more where the folder was not there. Throws what the file system throws. */
export function inFolder<T>(folder: string, write: () => T): T {
  try {
    return write()
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
    mkdirSync(folder, { recursive: true })
    return write()
  }
}
