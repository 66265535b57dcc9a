// One process owns a data folder: by a lock on a database file, which the kernel releases on any death.
import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { fail } from '../../core/base/failure-error.ts'
import { systemClock } from '../clock.ts'
import { holdExclusively } from './database.ts'
import { isBusy, worded } from './sqlite-failure.ts'

/** Who holds a data folder; told to whoever comes second. */
export type LockOwner = { pid: number; door: string; since: number }

export type Lock = { release(): void }

// Told beside the lock and never inside it: nobody can read what is locked exclusively, and were the
// owner itself to open and close the file by other means than SQLite, POSIX would drop the lock.
const ownerFile = (lockDatabase: string) => `${lockDatabase}-owner.json`

/**
 * Takes the folder's lock for this process. Fails with `data-folder-busy` (params: owner, such as
 * `process 1234, terminal`) when another process, or another part of this one, has it.
 */
export function acquireLock(lockDatabase: string, owner: LockOwner): Lock {
  const held = worded(lockDatabase, () => {
    try {
      return holdExclusively(lockDatabase)
    } catch (error) {
      if (!isBusy(error)) throw error
      throw fail('data-folder-busy', { owner: describeOwner(ownerFile(lockDatabase)) })
    }
  })
  try {
    worded(lockDatabase, () => writeFileSync(ownerFile(lockDatabase), JSON.stringify(owner)))
  } catch (error) {
    held.close()
    throw error
  }
  return {
    release() {
      rmSync(ownerFile(lockDatabase), { force: true })
      held.close()
    },
  }
}

/** Does what nobody else may see half done. Fails as `acquireLock` does. `door`: as whoever comes meanwhile is told. */
export function whileLocked(lockDatabase: string, door: string, work: () => void): void {
  const lock = acquireLock(lockDatabase, { pid: process.pid, door, since: systemClock.now() })
  try {
    work()
  } finally {
    lock.release()
  }
}

/** In words; unknown for the moment in which the owner has the lock and has not yet said its name. */
function describeOwner(file: string): string {
  try {
    const { pid, door } = JSON.parse(readFileSync(file, 'utf8')) as LockOwner
    return `process ${pid}, ${door}`
  } catch {
    return 'another process'
  }
}
