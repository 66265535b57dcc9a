// What the store's thread does: holds the lock, owns both databases, answers calls by name.
import { createAgeClock } from '../../core/base/age-clock.ts'
import { createScope, type Clock } from '../../core/base/scope.ts'
import type { DataFolder } from '../data-folder.ts'
import type { Operation } from '../process/serve.ts'
import { openDatabase, type Database } from './database.ts'
import { createIdleWork, housekeep } from './idle-work.ts'
import { acquireLock } from './lock.ts'
import { createProjectStore } from './project-store.ts'
import { projectsMigrations } from './projects-migrations.ts'
import { worded } from './sqlite-failure.ts'
import { createTakeStore } from './take-store.ts'
import { takesMigrations } from './takes-migrations.ts'

export type StoreParameters = { folder: DataFolder; door: string }

/** Opens projects.db. The log stays small: its rows are. */
export const openProjectsDatabase = (path: string): Database =>
  openDatabase(path, { pageSize: 4096, logBytes: 8 * 1024 ** 2, migrations: projectsMigrations })

/** Opens takes.db. Large pages carry sound faster, as measured; the log holds some hundred takes. */
export const openTakesDatabase = (path: string): Database =>
  openDatabase(path, { pageSize: 16_384, logBytes: 32 * 1024 ** 2, migrations: takesMigrations })

/** Operations to serve: `open` first, then those of both stores, `close` last. */
export function createStoreOperations(
  { folder, door }: StoreParameters,
  clock: Clock,
): Record<string, Operation> {
  const scope = createScope()
  const operations: Record<string, Operation> = {
    async open() {
      try {
        open()
      } catch (error) {
        await scope.dispose()
        throw error
      }
    },
    close: () => scope.dispose(),
  }
  return operations

  function open() {
    const lock = acquireLock(folder.lockDatabase, { pid: process.pid, door, since: clock.now() })
    scope.own(() => lock.release())
    const projectsDatabase = owned(openProjectsDatabase(folder.projectsDatabase))
    const takesDatabase = owned(openTakesDatabase(folder.takesDatabase))
    const takes = createTakeStore(takesDatabase, createAgeClock(clock))
    scope.own(() => worded(takesDatabase.path, () => takes.flush()))
    const projects = createProjectStore(projectsDatabase)

    // The two databases cannot commit as one: what is removed in the first is released in the
    // second afterwards, or at the next start.
    const releaseRemoved = () => {
      for (const projectId of projects.removed()) {
        takes.release(projectId)
        projects.forgetRemoved(projectId)
      }
    }
    releaseRemoved()

    const idle = createIdleWork(scope, clock, () => {
      try {
        return [projectsDatabase, takesDatabase].map(housekeep).includes(true)
      } catch {
        // Whatever keeps it from working, a full disk most likely, the next write will say.
        return false
      }
    })
    const remove = (projectId: string) => {
      projects.remove(projectId)
      releaseRemoved()
    }
    const discard = (projectId: string) => {
      projects.discard(projectId)
      releaseRemoved()
    }
    const publish = (prefix: string, database: Database, store: object) => {
      for (const [name, work] of Object.entries(store) as [string, Function][])
        operations[`${prefix}.${name}`] = (args: unknown[]) => {
          idle.stir()
          return worded(database.path, () => work(...args))
        }
    }
    operations['shrink'] = () => {
      for (const database of [projectsDatabase, takesDatabase]) database.shrink()
    }
    publish('projects', projectsDatabase, { ...projects, remove, discard })
    publish('takes', takesDatabase, takes)
  }

  function owned(database: Database): Database {
    scope.own(() => {
      try {
        database.checkpoint()
      } catch {
        // On a full disk the log stays as it is; whoever opens the database next reads it from there.
      } finally {
        database.close()
      }
    })
    return database
  }
}
