// Damaged database files are moved aside and never deleted: somebody may still read more out of them.
import { existsSync, mkdirSync, renameSync } from 'node:fs'
import { basename, join } from 'node:path'
import { timeInName } from '../time-in-name.ts'
import { worded } from './sqlite-failure.ts'

/** What SQLite keeps beside a database: the log first, for without it the file is an older one. */
export const companions = ['-wal', '-shm', '-journal']

/** Where a database of this path is to lie that is moved aside now. */
export const quarantineFolder = (path: string, quarantine: string, at: number): string =>
  join(quarantine, `${basename(path)}-${timeInName(at)}`)

/** Moves a closed database into its folder there, with all that belongs to it. */
export function putInQuarantine(path: string, folder: string): void {
  worded(path, () => {
    mkdirSync(folder, { recursive: true })
    for (const ending of [...companions, '']) {
      const file = `${path}${ending}`
      if (existsSync(file)) renameSync(file, join(folder, basename(file)))
    }
  })
}
