// What is done to databases beside the thread that writes them: in a process of its own, of the lowest priority.
import { setPriority } from 'node:os'
import type { Backup } from '../../contract/index.ts'
import { invariant } from '../../core/base/invariant.ts'
import type { Clock } from '../../core/base/scope.ts'
import type { DataFolder } from '../data-folder.ts'
import type { Operation } from '../process/serve.ts'
import { makeBackup } from './backups.ts'
import { openForReading } from './database.ts'
import { isSound } from './open-databases.ts'
import { readBackups } from './read-backups.ts'
import { keepLibrary, layReady, readyIn } from './restore.ts'

export type CareParameters = { care: DataFolder }

/** Operations to serve. Reading a database keeps nobody from writing it. */
export function createCareOperations(
  { care: folder }: CareParameters,
  clock: Clock,
): Record<string, Operation> {
  return {
    /** Whether all pages of both make sense, as far as they are asked for. */
    check(which: { projects: boolean; takes: boolean }) {
      setPriority(19)
      return {
        projects: !which.projects || isSound(folder.projectsDatabase),
        takes: !which.takes || isSound(folder.takesDatabase),
      }
    },
    backUp(): Backup {
      const database = openForReading(folder.projectsDatabase)
      try {
        const version = Number(database.pragma('user_version'))
        const of = { version, cause: 'asked', at: clock.now() } as const
        const name = makeBackup(folder.backups, of, database.copyInto)
        const made = readBackups(folder.backups).find((backup) => backup.name === name)
        invariant(made, 'what was made is there')
        return made
      } finally {
        database.close()
      }
    },
    backups: () => ({ backups: readBackups(folder.backups), ready: readyIn(folder.restore) }),
    restore: (name: string) => layReady(folder, name),
    keep: () => keepLibrary(folder),
  }
}
