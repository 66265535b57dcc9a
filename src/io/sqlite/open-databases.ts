// Opens Lectern's two databases: a backup of projects.db first, where it is to be brought to a newer version.
import { copyFileSync, renameSync } from 'node:fs'
import { join } from 'node:path'
import { FailureError, failureOf } from '../../core/base/failure-error.ts'
import { projectsApplication, takesApplication } from './application.ts'
import { makeBackup } from './backups.ts'
import { openDatabase, openForReading, type Database } from './database.ts'
import type { Migration } from './migrate.ts'
import { projectsMigrations } from './projects-migrations.ts'
import { putInQuarantine, quarantineFolder } from './quarantine.ts'
import { failureFromSqlite, isDamaged } from './sqlite-failure.ts'
import { takesMigrations } from './takes-migrations.ts'

export type BackupPlace = { backups: string; quarantine: string; now: () => number }

/**
 * Opens projects.db. The log stays small: its rows are. Where a migration fails and has left the file
 * unsound, the backup takes its place; either way it fails with `data-not-updated`.
 */
export function openProjectsDatabase(
  path: string,
  place?: BackupPlace,
  migrations: readonly Migration[] = projectsMigrations,
): Database {
  let backup: string | null = null
  const beforeMigrating = place
    ? ({ version, copyInto }: { version: number; copyInto(path: string): void }) => {
        const of = { version, cause: 'update', at: place.now() } as const
        return (backup = makeBackup(place.backups, of, copyInto))
      }
    : null
  try {
    return openDatabase(path, {
      pageSize: 4096,
      logBytes: 8 * 1024 ** 2,
      migrations,
      application: projectsApplication,
      ...(beforeMigrating ? { beforeMigrating } : {}),
    })
  } catch (error) {
    const notUpdated = error instanceof FailureError && error.failure.code === 'data-not-updated'
    if (notUpdated && place && backup !== null && !isSound(path)) {
      const beside = `${path}-beside`
      copyFileSync(join(place.backups, backup), beside)
      putInQuarantine(path, quarantineFolder(path, place.quarantine, place.now()))
      renameSync(beside, path)
    }
    throw error
  }
}

/** Opens takes.db. Large pages carry sound faster, as measured; the log holds some hundred takes. */
export const openTakesDatabase = (path: string): Database =>
  openDatabase(path, {
    pageSize: 16_384,
    logBytes: 32 * 1024 ** 2,
    migrations: takesMigrations,
    application: takesApplication,
  })

/** Whether all pages of a database make sense. Fails as `openForReading` does for what is no damage. */
export function isSound(path: string): boolean {
  try {
    const database = openForReading(path)
    try {
      return database.pragma('quick_check(1)') === 'ok'
    } finally {
      database.close()
    }
  } catch (error) {
    if (isDamaged(error) || failureOf(error).code === 'data-damaged') return false
    throw failureFromSqlite(error, path)
  }
}
