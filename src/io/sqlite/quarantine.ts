// Damaged database files are moved aside and never deleted: somebody may still read more out of them.
import { existsSync, mkdirSync, renameSync } from 'node:fs'
import { basename, join } from 'node:path'
import { timeInName } from '../time-in-name.ts'
import { worded } from './sqlite-failure.ts'

/** What SQLite keeps beside a database: the log first, for without it the file is an older one. */
export const companions = ['-wal', '-shm', '-journal']

/** Moves a closed database with all that belongs to it; answers with the folder in which it lies now. */
export function putInQuarantine(path: string, quarantine: string, at: number): string {
  const folder = join(quarantine, `${basename(path)}-${timeInName(at)}`)
  worded(path, () => {
    mkdirSync(folder, { recursive: true })
    for (const ending of [...companions, '']) {
      const file = `${path}${ending}`
      if (existsSync(file)) renameSync(file, join(folder, basename(file)))
    }
  })
  return folder
}
