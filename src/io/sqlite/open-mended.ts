// Opens a database, and one that is damaged after it was made anew from what is sound in it.
import { existsSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import type { DatabaseName, DataNotice } from '../../contract/index.ts'
import { FailureError } from '../../core/base/failure-error.ts'
import type { DataFolder } from '../data-folder.ts'
import { projectsApplication, takesApplication } from './application.ts'
import { backupsIn } from './backups.ts'
import { betterBackup } from './read-backups.ts'
import { openDamaged, openDatabase, type Database } from './database.ts'
import { isSound, openProjectsDatabase, openTakesDatabase } from './open-databases.ts'
import { mendBooks } from './mend-books.ts'
import { projectsMigrations } from './projects-migrations.ts'
import { companions, putInQuarantine } from './quarantine.ts'
import { copyProjects, type CopiedProjects } from './rebuild-projects.ts'
import { rebuildTakes } from './rebuild-takes.ts'
import { worded } from './sqlite-failure.ts'
import { takesMigrations } from './takes-migrations.ts'

type Rebuilt = Extract<DataNotice, { kind: 'rebuilt' }>
export type Mended = { database: Database; notice: Rebuilt | null }

/** Notes that a database is to be looked at when it is opened next: a call or a check met damage. */
export function markDamaged(path: string): void {
  try {
    writeFileSync(`${path}-damaged`, '')
  } catch {
    // On a full disk the next call that meets the damage says it again.
  }
}

/** Opens projects.db. Fails with `data-newer`, `data-not-updated`, `disk-full`, `folder-not-writable`. */
export function openMendedProjects(folder: DataFolder, now: () => number): Mended {
  const path = folder.projectsDatabase
  const open = () => openProjectsDatabase(path, { ...folder, now })
  const isEmptied = statSync(path, { throwIfNoEntry: false })?.size === 0
  const isLost = isEmptied && backupsIn(folder.backups).length > 0
  const opened = isLost ? null : openSound(path, folder, now, open)
  if (opened) return { database: opened, notice: null }
  let copied: CopiedProjects = { wholeHistory: false, wholeList: false }
  const options = { pageSize: 4096, application: projectsApplication }
  const { quarantined, finished } = rebuild(
    path,
    folder,
    now,
    options,
    projectsMigrations,
    (from, to) => {
      copied = copyProjects(from, to)
    },
    // Before it is in force: whoever is killed in between finds it mended.
    (database) => mendBooks(database, copied),
  )
  const database = open()
  const { kept, lost, partial } = finished
  const backup = betterBackup(folder.backups, kept, partial.length > 0)
  return {
    database,
    notice: noticeOf('projects', quarantined, { kept, lost, partial, backup }),
  }
}

/** Opens takes.db. Fails as that of the projects does. */
export function openMendedTakes(folder: DataFolder, now: () => number): Mended {
  const path = folder.takesDatabase
  const open = () => openTakesDatabase(path)
  const opened = openSound(path, folder, now, open)
  if (opened) return { database: opened, notice: null }
  let takes: Pick<Rebuilt, 'kept' | 'lost' | 'lostRecordings'> = {
    ...{ kept: 0, lost: null, lostRecordings: 0 },
  }
  const options = { pageSize: 16_384, application: takesApplication }
  const copy = (from: Database, to: Database) => {
    takes = rebuildTakes(from, to)
  }
  const { quarantined } = rebuild(path, folder, now, options, takesMigrations, copy, () => {})
  return { database: open(), notice: noticeOf('takes', quarantined, takes) }
}

const noticeOf = (
  database: DatabaseName,
  folder: string,
  figures: Pick<Rebuilt, 'kept' | 'lost'> & Partial<Rebuilt>,
): Rebuilt => ({
  ...{ kind: 'rebuilt', database, folder, lostRecordings: 0, partial: [], backup: null },
  ...figures,
})

/** Null where it is damaged, or another program's. */
function openSound(
  path: string,
  folder: DataFolder,
  now: () => number,
  open: () => Database,
): Database | null {
  finishInterrupted(path, folder, now)
  if (existsSync(`${path}-damaged`)) {
    if (existsSync(path) && !isSound(path)) return null
    rmSync(`${path}-damaged`, { force: true })
  }
  try {
    return open()
  } catch (error) {
    const code = error instanceof FailureError ? error.failure.code : null
    if (code === 'data-damaged' || code === 'data-foreign') return null
    throw error
  }
}

/** Puts the new file in place where a run ended between making it and that. */
export function finishInterrupted(path: string, folder: DataFolder, now: () => number): void {
  if (!existsSync(`${path}-rebuilt`)) return
  putInPlace(path, folder, now)
}

function putInPlace(path: string, folder: DataFolder, now: () => number): string {
  const quarantined = putInQuarantine(path, folder.quarantine, now())
  worded(path, () => renameSync(`${path}-rebuilt`, path))
  rmSync(`${path}-damaged`, { force: true })
  return quarantined
}

/**
 * Makes the file anew beside the damaged one and puts that in quarantine; answers with its folder there, and
 * with what `finish` has found. What cannot be opened at all leaves an empty one. Fails with `disk-full`, and then the
 * damaged file is where it was.
 */
function rebuild<T>(
  path: string,
  folder: DataFolder,
  now: () => number,
  options: { pageSize: number; application: typeof projectsApplication },
  migrations: typeof projectsMigrations,
  copy: (from: Database, to: Database) => void,
  /** What is to be done once it is of this version. */
  finish: (database: Database) => T,
): { quarantined: string; finished: T } {
  const beside = `${path}-rebuilding`
  const clear = () => {
    for (const ending of ['', ...companions]) rmSync(`${beside}${ending}`, { force: true })
  }
  clear()
  let finished: T
  const source = openReadable(path, options.application.table)
  try {
    const version = source ? Number(source.pragma('user_version')) : migrations.length
    const known = migrations.slice(0, Math.max(1, version))
    const target = openDatabase(beside, { ...options, logBytes: 32 * 1024 ** 2, migrations: known })
    try {
      if (source) worded(path, () => copy(source, target))
      target.pragma('wal_checkpoint(truncate)')
    } finally {
      target.close()
    }
    const whole = openDatabase(beside, { ...options, logBytes: 32 * 1024 ** 2, migrations })
    try {
      finished = finish(whole)
      whole.pragma('wal_checkpoint(truncate)')
    } finally {
      whole.close()
    }
  } catch (error) {
    clear()
    throw error
  } finally {
    source?.close()
  }
  worded(path, () => renameSync(beside, `${path}-rebuilt`))
  return { quarantined: putInPlace(path, folder, now), finished }
}

/** Null where nothing can be read of it, or nothing in it is ours. */
function openReadable(path: string, table: string): Database | null {
  try {
    const database = openDamaged(path)
    try {
      if (database.pragma(`table_info(${table})`) !== undefined) return database
    } catch {
      // It has no table of ours that can be found.
    }
    database.close()
    return null
  } catch {
    return null
  }
}
