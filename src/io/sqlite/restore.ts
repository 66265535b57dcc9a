// Puts a backup of projects.db in force: laid ready now, and moved in at the next start, before anything is open.
import { copyFileSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { DataNotice } from '../../contract/index.ts'
import { fail } from '../../core/base/failure-error.ts'
import type { DataFolder } from '../data-folder.ts'
import { projectsApplication } from './application.ts'
import { backupsIn, makeBackup, sync } from './backups.ts'
import { openForReading } from './database.ts'
import { finishInterrupted } from './open-mended.ts'
import { isSound } from './open-databases.ts'
import { projectsMigrations } from './projects-migrations.ts'
import { companions, putInQuarantine, quarantineFolder } from './quarantine.ts'
import { worded } from './sqlite-failure.ts'

/**
 * Lays a backup ready; one that was laid ready before is not any more. Fails with `not-found`, `data-damaged`,
 * `data-newer`, `disk-full`.
 */
export function layReady(folder: DataFolder, name: string): void {
  const backup = backupsIn(folder.backups).find((it) => it.name === name)
  if (!backup) throw fail('not-found', { kind: 'backup' }, name)
  const path = join(folder.backups, name)
  const known = projectsMigrations.length
  if (backup.version > known) throw fail('data-newer', { found: backup.version, known })
  if (!isSound(path)) throw fail('data-damaged', { name })
  worded(join(folder.restore, name), () => {
    rmSync(folder.restore, { recursive: true, force: true })
    mkdirSync(folder.restore, { recursive: true })
    const beside = join(folder.restore, `${name}.part`)
    copyFileSync(path, beside)
    sync(beside)
    renameSync(beside, join(folder.restore, name))
  })
}

/** Whatever was laid ready is not any more. Fails with `folder-not-writable`. */
export const keepLibrary = (folder: DataFolder): void =>
  worded(folder.restore, () => rmSync(folder.restore, { recursive: true, force: true }))

/** Moves in what was laid ready. What it replaces is a backup afterwards, or in quarantine where it is damaged. */
export function putInForce(folder: DataFolder, now: () => number): DataNotice | null {
  const name = readyIn(folder.restore)
  if (name === null) return null
  const path = folder.projectsDatabase
  // Else what was made anew before would take the backup's place afterwards.
  finishInterrupted(path, folder, now)
  if (existsSync(path)) {
    if (!keep(folder, now)) putInQuarantine(path, quarantineFolder(path, folder.quarantine, now()))
    // The log before the file: a log without its file is nobody's, a file with another one's log is damaged.
    for (const ending of [...companions, '-damaged', ''])
      rmSync(`${path}${ending}`, { force: true })
  }
  worded(path, () => renameSync(join(folder.restore, name), path))
  rmSync(folder.restore, { recursive: true, force: true })
  return { kind: 'restored', name }
}

/** The name of what was laid ready. */
export const readyIn = (folder: string): string | null =>
  (existsSync(folder) ? readdirSync(folder).find((name) => name.endsWith('.db')) : null) ?? null

/** Also where there is no room for a copy it is moved, and not lost: that needs none. */
function keep(folder: DataFolder, now: () => number): boolean {
  try {
    const current = openForReading(folder.projectsDatabase)
    try {
      if (current.pragma('application_id') !== projectsApplication.id) return false
      const version = Number(current.pragma('user_version'))
      makeBackup(folder.backups, { version, cause: 'replaced', at: now() }, current.copyInto)
      return true
    } finally {
      current.close()
    }
  } catch {
    return false
  }
}
