// Opens a database, and one that is damaged after it was made anew from what is sound in it.
import { existsSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import type { DatabaseName } from '../../contract/index.ts'
import { FailureError } from '../../core/base/failure-error.ts'
import type { DataFolder } from '../data-folder.ts'
import { projectsApplication, takesApplication } from './application.ts'
import { backupsIn } from './backups.ts'
import { betterBackup } from './read-backups.ts'
import { openDamaged, openDatabase, type Database } from './database.ts'
import { isSound, openProjectsDatabase, openTakesDatabase } from './open-databases.ts'
import { mendBooks } from './mend-books.ts'
import { projectsMigrations } from './projects-migrations.ts'
import { companions, putInQuarantine, quarantineFolder } from './quarantine.ts'
import { copyProjects, type CopiedProjects } from './rebuild-projects.ts'
import { rebuildTakes } from './rebuild-takes.ts'
import { worded } from './sqlite-failure.ts'
import { takesMigrations } from './takes-migrations.ts'
import { keepUntold, readUntold, untoldOf, type Rebuilt } from './untold.ts'

/** `notice`: what was made anew now, or by a run that was killed before it could tell of it. */
export type Mended = { database: Database; notice: Rebuilt | null }
type Figures = Pick<Rebuilt, 'kept' | 'lost'> & Partial<Rebuilt>

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
  if (opened) return { database: opened, notice: untoldOf(path, folder) }
  let copied: CopiedProjects = { wholeHistory: false, wholeList: false }
  const notice = rebuild(path, folder, now, {
    name: 'projects',
    options: { pageSize: 4096, application: projectsApplication },
    migrations: projectsMigrations,
    copy(from, to) {
      copied = copyProjects(from, to)
    },
    finish(database) {
      const { kept, lost, partial } = mendBooks(database, copied)
      const backup = betterBackup(folder.backups, kept, partial.length > 0)
      return { kept, lost, partial, backup }
    },
  })
  return { database: open(), notice }
}

/** Opens takes.db. Fails as that of the projects does. */
export function openMendedTakes(folder: DataFolder, now: () => number): Mended {
  const path = folder.takesDatabase
  const open = () => openTakesDatabase(path)
  const opened = openSound(path, folder, now, open)
  if (opened) return { database: opened, notice: untoldOf(path, folder) }
  let takes: Figures = { kept: 0, lost: null }
  const notice = rebuild(path, folder, now, {
    name: 'takes',
    options: { pageSize: 16_384, application: takesApplication },
    migrations: takesMigrations,
    copy(from, to) {
      takes = rebuildTakes(from, to)
    },
    finish: () => takes,
  })
  return { database: open(), notice }
}

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
  const told = readUntold(path, folder)?.folder
  putInPlace(path, told ?? quarantineFolder(path, folder.quarantine, now()))
}

function putInPlace(path: string, quarantined: string): void {
  putInQuarantine(path, quarantined)
  worded(path, () => renameSync(`${path}-rebuilt`, path))
  rmSync(`${path}-damaged`, { force: true })
}

type Rebuilding = {
  name: DatabaseName
  options: { pageSize: number; application: typeof projectsApplication }
  migrations: typeof projectsMigrations
  copy(from: Database, to: Database): void
  /** What is to be done once it is of this version, and before it is in force: whoever is killed finds it done. */
  finish(database: Database): Figures
}

/**
 * Makes the file anew beside the damaged one and puts that in quarantine. What cannot be opened at all leaves an
 * empty one. Fails with `disk-full`, and then the damaged file is where it was.
 */
function rebuild(
  path: string,
  folder: DataFolder,
  now: () => number,
  { name, options, migrations, copy, finish }: Rebuilding,
): Rebuilt {
  const beside = `${path}-rebuilding`
  const clear = () => {
    for (const ending of ['', ...companions]) rmSync(`${beside}${ending}`, { force: true })
  }
  clear()
  const quarantined = quarantineFolder(path, folder.quarantine, now())
  let notice: Rebuilt
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
      const figures = finish(whole)
      notice = {
        ...{ kind: 'rebuilt', database: name, folder: quarantined },
        ...{ lostRecordings: 0, partial: [], backup: null, ...figures },
      }
      whole.pragma('wal_checkpoint(truncate)')
    } finally {
      whole.close()
    }
    worded(path, () => keepUntold(path, notice))
  } catch (error) {
    clear()
    throw error
  } finally {
    source?.close()
  }
  worded(path, () => renameSync(beside, `${path}-rebuilt`))
  putInPlace(path, quarantined)
  return notice
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
