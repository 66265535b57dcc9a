// Before a newer Lectern changes a library it copies it, and a change that fails leaves all as it was.
import Native from 'better-sqlite3'
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { dataFolderAt, type DataFolder } from '../../../src/io/data-folder.ts'
import { backupsIn, makeBackup } from '../../../src/io/sqlite/backups.ts'
import { openProjectsDatabase } from '../../../src/io/sqlite/open-databases.ts'
import { projectsMigrations } from '../../../src/io/sqlite/projects-migrations.ts'
import { rootPage, spoilPages } from '../../fixtures/damage.ts'

let folder: DataFolder
const at = Date.UTC(2026, 10, 28, 6, 40, 12, 345)
beforeEach(() => {
  folder = dataFolderAt(mkdtempSync(join(tmpdir(), 'lectern-backups-')))
})
afterEach(() => rmSync(folder.root, { recursive: true }))

const place = () => ({ backups: folder.backups, quarantine: folder.quarantine, now: () => at })
const failed = (code: string, params: object = {}) =>
  expect.objectContaining({
    failure: expect.objectContaining({ code, params: expect.objectContaining(params) }),
  })
const next = projectsMigrations.length + 1

/** projects.db as an older Lectern left it, with one book. */
function olderLibrary(version = 9): void {
  const old = new Native(folder.projectsDatabase)
  old.pragma('journal_mode = wal')
  for (const { sql } of projectsMigrations.slice(0, version)) old.exec(sql)
  old.exec(`INSERT INTO projects (id, title, complete) VALUES ('p1', 'A Book', 1);
    PRAGMA user_version = ${version}`)
  old.close()
}

const titlesOf = (path: string): { version: unknown; titles: unknown[] } => {
  const native = new Native(path)
  const titles = native.prepare('SELECT title FROM projects').pluck().all()
  const version = native.pragma('user_version', { simple: true })
  native.close()
  return { version, titles }
}

describe('a library of an earlier version', () => {
  test('is copied before it is changed', () => {
    olderLibrary()
    openProjectsDatabase(folder.projectsDatabase, place()).close()
    const [backup, ...others] = backupsIn(folder.backups)
    expect(others).toEqual([])
    expect(backup).toMatchObject({
      name: 'projects-v9-2026-11-28T06-40-12-345Z.db',
      version: 9,
      at,
      cause: 'update',
    })
    const copy = join(folder.backups, String(backup?.name))
    expect(titlesOf(copy)).toEqual({ version: 9, titles: ['A Book'] })
    expect(titlesOf(folder.projectsDatabase)).toEqual({
      version: projectsMigrations.length,
      titles: ['A Book'],
    })
  })

  test('is not copied when there is nothing to change, nor when it is new', () => {
    openProjectsDatabase(folder.projectsDatabase, place()).close()
    openProjectsDatabase(folder.projectsDatabase, place()).close()
    expect(existsSync(folder.backups)).toBe(false)
  })

  test('is as it was when a change fails, also what an earlier one of the same run had changed', () => {
    olderLibrary(11)
    const broken = { version: next, sql: 'CREATE TABLE x (a) STRICT' }
    expect(() =>
      openProjectsDatabase(folder.projectsDatabase, place(), [...projectsMigrations, broken]),
    ).toThrow(
      failed('data-not-updated', {
        name: 'projects.db',
        backup: 'projects-v11-2026-11-28T06-40-12-345Z.db',
      }),
    )
    expect(titlesOf(folder.projectsDatabase)).toEqual({ version: 11, titles: ['A Book'] })
    openProjectsDatabase(folder.projectsDatabase, place()).close()
  })

  test('comes back from its backup when a change fails and the file is unsound', () => {
    olderLibrary(12)
    // A copy is made from the rows: that their index is spoiled does not keep it from being made.
    const index = rootPage(folder.projectsDatabase, 'segments_by_id')
    spoilPages(folder.projectsDatabase, [index])
    const broken = { version: next, sql: 'SELECT nothing FROM nowhere' }
    expect(() =>
      openProjectsDatabase(folder.projectsDatabase, place(), [...projectsMigrations, broken]),
    ).toThrow(failed('data-not-updated'))
    const native = new Native(folder.projectsDatabase)
    expect(native.pragma('integrity_check', { simple: true })).toBe('ok')
    native.close()
    expect(titlesOf(folder.projectsDatabase)).toEqual({ version: 12, titles: ['A Book'] })
    const quarantined = join(folder.quarantine, 'projects.db-2026-11-28T06-40-12-345Z')
    expect(readdirSync(quarantined)).toContain('projects.db')
  })

  test('is left alone when there is no place for the copy', () => {
    olderLibrary()
    // What stands in the way of the folder here, on a person's machine is a full or read-only disk.
    writeFileSync(folder.backups, '')
    expect(() => openProjectsDatabase(folder.projectsDatabase, place())).toThrow()
    expect(titlesOf(folder.projectsDatabase).version).toBe(9)
  })
})

describe('backups', () => {
  const make = (cause: 'update' | 'asked', seconds: number) =>
    makeBackup(folder.backups, { version: 12, cause, at: at + seconds * 1000 }, (path) =>
      writeFileSync(path, 'x'),
    )

  test('are kept three of each cause, the newest ones', () => {
    const made = [1, 2, 3, 4, 5].map((seconds) => make('asked', seconds))
    const update = make('update', 0)
    expect(backupsIn(folder.backups).map(({ name }) => name)).toEqual([
      ...made.slice(2).toReversed(),
      update,
    ])
  })

  test('that could not be finished leave nothing behind, and say what was in the way', () => {
    expect(() =>
      makeBackup(folder.backups, { version: 12, cause: 'asked', at }, (path) => {
        writeFileSync(path, 'half')
        throw Object.assign(new Error('full'), { code: 'SQLITE_FULL' })
      }),
    ).toThrow(failed('disk-full', { folder: folder.backups }))
    expect(readdirSync(folder.backups)).toEqual([])
  })
})
