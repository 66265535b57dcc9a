// What the store's thread does: holds the lock, owns both databases, answers calls by name.
import { statSync } from 'node:fs'
import type { DataNotice } from '../../contract/index.ts'
import { createAgeClock } from '../../core/base/age-clock.ts'
import { createScope, type Clock } from '../../core/base/scope.ts'
import type { DataFolder } from '../data-folder.ts'
import type { Operation } from '../process/serve.ts'
import { createAnswerStore } from './answer-store.ts'
import type { Database, SlowStatement } from './database.ts'
import { createIdleWork, housekeep } from './idle-work.ts'
import { acquireLock } from './lock.ts'
import { openProjectsDatabase, openTakesDatabase } from './open-databases.ts'
import { markDamaged, openMendedProjects, openMendedTakes } from './open-mended.ts'
import { createProjectStore } from './project-store.ts'
import { putInForce } from './restore.ts'
import { failureFromSqlite, isDamaged, worded } from './sqlite-failure.ts'
import { createTakeStore } from './take-store.ts'

export type StoreParameters = { folder: DataFolder; door: string }

/** What opening had to do, and whether the last run had not come to its end. */
export type StoreOpening = { notices: DataNotice[]; unclean: { takes: boolean } }

/** Operations to serve: `open` first, then those of both stores, `close` last. */
export function createStoreOperations(
  { folder, door }: StoreParameters,
  clock: Clock,
): Record<string, Operation> {
  const scope = createScope()
  let tellSlow: (slow: SlowStatement) => void = () => {}
  const operations: Record<string, Operation> = {
    async open([isAgain = false]: [boolean?]) {
      try {
        return open(isAgain)
      } catch (error) {
        await scope.dispose()
        if (!isDamaged(error)) throw error
        // It opened and could not be read: noted, it is looked at when it is opened again.
        for (const path of [folder.projectsDatabase, folder.takesDatabase]) markDamaged(path)
        throw failureFromSqlite(error, folder.projectsDatabase)
      }
    },
    // Ends with the store; until then each slow statement is a report.
    slowStatements: (_, { report }) =>
      new Promise<void>((resolve) => {
        tellSlow = report
        scope.own(resolve)
      }),
    close: () => scope.dispose(),
  }
  return operations

  /** `isAgain`: under a running studio, which nothing is restored or made anew under. */
  function open(isAgain: boolean): StoreOpening {
    const lock = acquireLock(folder.lockDatabase, { pid: process.pid, door, since: clock.now() })
    scope.own(() => lock.release())
    const now = () => clock.now()
    const isUnclean = (path: string) =>
      (statSync(`${path}-wal`, { throwIfNoEntry: false })?.size ?? 0) > 0
    const unclean = { takes: isUnclean(folder.takesDatabase) }
    const restored = isAgain ? null : putInForce(folder, now)
    const projectsMended = isAgain
      ? {
          database: openProjectsDatabase(folder.projectsDatabase, { ...folder, now }),
          notice: null,
        }
      : openMendedProjects(folder, now)
    const projectsDatabase = owned(projectsMended.database)
    const takesMended = isAgain
      ? { database: openTakesDatabase(folder.takesDatabase), notice: null }
      : openMendedTakes(folder, now)
    const takesDatabase = owned(takesMended.database)
    const notices = [restored, projectsMended.notice, takesMended.notice].filter(
      (it) => it !== null,
    )
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
          try {
            return work(...args)
          } catch (error) {
            if (isDamaged(error)) markDamaged(database.path)
            throw failureFromSqlite(error, database.path)
          }
        }
    }
    operations['shrink'] = () => {
      for (const database of [projectsDatabase, takesDatabase]) database.shrink()
      // What is free on the disk is given back by idle work, which keeps some for what comes.
      idle.stir()
    }
    publish('projects', projectsDatabase, { ...projects, remove, discard })
    publish('takes', takesDatabase, takes)
    publish('answers', projectsDatabase, createAnswerStore(projectsDatabase, now))
    return { notices, unclean }
  }

  function owned(database: Database): Database {
    database.onSlow((slow) => tellSlow(slow))
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
