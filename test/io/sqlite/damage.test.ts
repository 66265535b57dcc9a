// Damaged databases are put aside and made anew from what is sound in them, and what became of them is told.
import Native from 'better-sqlite3'
import {
  existsSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { openDataFolder, type DataFolder } from '../../../src/io/data-folder.ts'
import { makeBackup } from '../../../src/io/sqlite/backups.ts'
import { openProjectsDatabase, openTakesDatabase } from '../../../src/io/sqlite/open-databases.ts'
import {
  markDamaged,
  openMendedProjects,
  openMendedTakes,
} from '../../../src/io/sqlite/open-mended.ts'
import { createProjectStore } from '../../../src/io/sqlite/project-store.ts'
import { layReady, putInForce } from '../../../src/io/sqlite/restore.ts'
import { createTakeStore } from '../../../src/io/sqlite/take-store.ts'
import { forgetUntold, keepUntold, untoldOf } from '../../../src/io/sqlite/untold.ts'
import { leafPages, rootPage, spoilBytes, spoilPages } from '../../fixtures/damage.ts'
import { sampleProject, sampleCover } from '../../fixtures/sample-projects.ts'
import {
  noise,
  prepareTake,
  sampleRecording,
  sampleTake,
  takeId,
} from '../../fixtures/sample-takes.ts'

let folder: DataFolder
const at = Date.UTC(2026, 10, 28, 6, 40, 12, 345)
const now = () => at
beforeEach(() => {
  folder = openDataFolder(mkdtempSync(join(tmpdir(), 'lectern-damage-')))
})
afterEach(() => rmSync(folder.root, { recursive: true }))

/** Books with three chapters of so many rows. */
function library(books: readonly string[], rows = 40): void {
  const database = openProjectsDatabase(folder.projectsDatabase)
  const store = createProjectStore(database)
  for (const id of books) {
    const { project, segmentsOf } = sampleProject(id, [rows, rows, rows])
    store.begin(id)
    for (const [index, entry] of project.chapters.entries())
      store.addChapter(id, { entry, segments: segmentsOf(index + 1) })
    store.finish(project, sampleCover)
  }
  database.close()
}

/** Opens what may be damaged; answers with what was said, and what is there. */
function reopened() {
  const { database, notice } = openMendedProjects(folder, now)
  const store = createProjectStore(database)
  const books = store.list().map(({ project }) => {
    const { chapters } = store.read(project.id)
    const rows = store.segments(project.id, 0, 100_000)
    return { id: project.id, title: project.title, chapters, rows }
  })
  expect(database.pragma('integrity_check')).toBe('ok')
  expect(
    database.prepare({ check: { sql: 'PRAGMA foreign_key_check' } }).check.all({} as never),
  ).toEqual([])
  database.close()
  books.sort((a, b) => (a.id < b.id ? -1 : 1))
  return { notice, books }
}

const quarantined = (name: string) => join(folder.quarantine, `${name}-2026-11-28T06-40-12-345Z`)

/** The pages of rows on which a book has some. */
function pagesOfBook(id: string): number[] {
  const content = readFileSync(folder.projectsDatabase)
  return leafPages(folder.projectsDatabase, 'segments').filter((page) =>
    content.subarray((page - 1) * 4096, page * 4096).includes(id),
  )
}

describe('a damaged library', () => {
  test('is opened as it is while it is sound', () => {
    library(['p1'])
    const { notice, books } = reopened()
    expect(notice).toBeNull()
    expect(books).toHaveLength(1)
    expect(existsSync(folder.quarantine)).toBe(false)
  })

  test('keeps every book whose rows are whole, and of another one its whole chapters', () => {
    library(['p1', 'p2', 'p3'])
    const before = reopened().books
    const [page] = pagesOfBook('p2').slice(3, 4)
    spoilPages(folder.projectsDatabase, [Number(page)])
    markDamaged(folder.projectsDatabase)
    const damaged = readFileSync(folder.projectsDatabase)

    const { notice, books } = reopened()
    expect(books.map(({ id }) => id)).toEqual(['p1', 'p2', 'p3'])
    expect(books[0]).toEqual(before[0])
    expect(books[2]).toEqual(before[2])
    const mended = books[1]
    const sound = mended?.chapters.map(({ id }) => id) ?? []
    expect(sound.length).toBeGreaterThan(0)
    expect(sound.length).toBeLessThan(3)
    const inOrder = before[1]?.rows.filter(({ chapterId }) => sound.includes(chapterId)) ?? []
    expect(mended?.rows).toEqual(inOrder.map((row, position) => ({ ...row, position })))
    expect(mended?.chapters.map(({ firstPosition }) => firstPosition)).toEqual(
      sound.map((_, index) => index * 40),
    )
    expect(notice).toEqual({
      kind: 'rebuilt',
      database: 'projects',
      kept: 3,
      lost: 0,
      lostRecordings: 0,
      partial: ['The Book of p2'],
      folder: quarantined('projects.db'),
      backup: null,
    })
    expect(readFileSync(join(quarantined('projects.db'), 'projects.db')).equals(damaged)).toBe(true)
    // Whoever was killed before anybody was told tells it at the next start.
    expect(reopened().notice).toEqual(notice)
    forgetUntold(folder)
    expect(reopened().notice).toBeNull()
  })

  test('names a chapter after its first line where only its name is gone', () => {
    library(['p1'])
    const before = reopened().books
    spoilPages(folder.projectsDatabase, leafPages(folder.projectsDatabase, 'chapters'))
    markDamaged(folder.projectsDatabase)
    const { notice, books } = reopened()
    expect(books[0]?.rows).toEqual(before[0]?.rows)
    expect(books[0]?.chapters.map(({ title }) => title)).toEqual([
      'Sentence 0 of chapter 1, “quoted” – naïve.',
      'Sentence 0 of chapter 2, “quoted” – naïve.',
      'Sentence 0 of chapter 3, “quoted” – naïve.',
    ])
    expect(notice).toMatchObject({ kept: 1, lost: 0, partial: ['The Book of p1'] })
  })

  test('keeps the texts of books whose titles are gone', () => {
    library(['p1', 'p2'])
    const before = reopened().books
    spoilPages(folder.projectsDatabase, leafPages(folder.projectsDatabase, 'projects'))
    markDamaged(folder.projectsDatabase)
    const { notice, books } = reopened()
    expect(books.map(({ rows }) => rows)).toEqual(before.map(({ rows }) => rows))
    expect(books.map(({ title }) => title)).toEqual(['Chapter 1', 'Chapter 1'])
    expect(notice).toMatchObject({ kept: 2, lost: 0, partial: ['Chapter 1', 'Chapter 1'] })
  })

  test('forgets its undo steps alone where only they are spoiled', () => {
    library(['p1'])
    const before = reopened().books
    spoilPages(folder.projectsDatabase, [rootPage(folder.projectsDatabase, 'facts')])
    markDamaged(folder.projectsDatabase)
    const { notice, books } = reopened()
    expect(books).toEqual(before)
    expect(notice).toMatchObject({ kept: 1, lost: 0, partial: [] })
  })

  test('loses nothing by a spoiled index', () => {
    library(['p1', 'p2'])
    const before = reopened().books
    spoilPages(folder.projectsDatabase, leafPages(folder.projectsDatabase, 'segments_by_id'))
    markDamaged(folder.projectsDatabase)
    const { notice, books } = reopened()
    expect(books).toEqual(before)
    expect(notice).toMatchObject({ kept: 2, lost: 0, partial: [] })
  })

  test('gives what it can when its end is cut off, and offers the backup that has more', () => {
    library(['p1', 'p2', 'p3'])
    const database = openProjectsDatabase(folder.projectsDatabase)
    const of = { version: 12, cause: 'asked', at } as const
    const name = makeBackup(folder.backups, of, database.copyInto)
    database.close()
    const pages = readFileSync(folder.projectsDatabase).byteLength / 4096
    truncateSync(folder.projectsDatabase, Math.floor(pages * 0.6) * 4096)
    const { notice, books } = reopened()
    expect(books.length).toBeGreaterThan(0)
    expect(notice?.backup).toMatchObject({ name, books: 3 })
  })

  test.each([
    [
      'no database at all',
      (path: string) => writeFileSync(path, 'Words, words, words. '.repeat(900)),
    ],
    ['a database whose first page is gone', (path: string) => spoilPages(path, [1])],
    [
      'a database of another program',
      (path: string) => {
        rmSync(path)
        const other = new Native(path)
        other.exec('CREATE TABLE bookmarks (a); PRAGMA application_id = 77')
        other.close()
      },
    ],
    [
      'an unsigned database without a table of ours',
      (path: string) => {
        rmSync(path)
        const other = new Native(path)
        other.exec('CREATE TABLE bookmarks (a)')
        other.close()
      },
    ],
    ['an empty file', (path: string) => truncateSync(path, 0)],
  ])('that is %s is put aside, and the backup is offered', (_, spoil) => {
    library(['p1'])
    const database = openProjectsDatabase(folder.projectsDatabase)
    const name = makeBackup(folder.backups, { version: 12, cause: 'asked', at }, database.copyInto)
    database.close()
    spoil(folder.projectsDatabase)
    const damaged = readFileSync(folder.projectsDatabase)
    const { notice, books } = reopened()
    expect(books).toEqual([])
    expect(notice).toMatchObject({ kept: 0, backup: { name, books: 1 } })
    expect(readFileSync(join(quarantined('projects.db'), 'projects.db')).equals(damaged)).toBe(true)
  })

  test('of a newer Lectern is refused, and not touched', () => {
    library(['p1'])
    const newer = new Native(folder.projectsDatabase)
    newer.pragma('user_version = 99')
    newer.close()
    const before = readFileSync(folder.projectsDatabase)
    expect(() => openMendedProjects(folder, now)).toThrow(
      expect.objectContaining({ failure: expect.objectContaining({ code: 'data-newer' }) }),
    )
    expect(readFileSync(folder.projectsDatabase).equals(before)).toBe(true)
    expect(existsSync(folder.quarantine)).toBe(false)
  })

  test('is put in place by the next start when the first one was killed before', () => {
    library(['p1', 'p2'])
    const before = reopened().books
    const fresh = readFileSync(folder.projectsDatabase)
    writeFileSync(`${folder.projectsDatabase}-rebuilt`, fresh)
    spoilPages(folder.projectsDatabase, [1])
    markDamaged(folder.projectsDatabase)
    // It had begun to put the damaged one aside, in a folder of its own time.
    const aside = join(folder.quarantine, 'projects.db-of-then')
    const rebuilt = { kind: 'rebuilt', database: 'projects', kept: 2, lost: 1 } as const
    const notice = { ...rebuilt, lostRecordings: 0, partial: [], folder: aside, backup: null }
    keepUntold(folder.projectsDatabase, notice)
    expect(untoldOf(folder.projectsDatabase, folder)).toBeNull()
    expect(reopened()).toEqual({ notice, books: before })
    expect(readdirSync(aside)).toEqual(['projects.db'])
  })

  test('that was made anew and not put in place does not take the place of a backup', () => {
    library(['p1'])
    const database = openProjectsDatabase(folder.projectsDatabase)
    const version = Number(database.pragma('user_version'))
    const name = makeBackup(folder.backups, { version, cause: 'asked', at }, database.copyInto)
    database.close()
    library(['p2'])
    writeFileSync(`${folder.projectsDatabase}-rebuilt`, readFileSync(folder.projectsDatabase))
    layReady(folder, name)
    expect(putInForce(folder, now)).toEqual({ kind: 'restored', name })
    expect(reopened().books.map(({ id }) => id)).toEqual(['p1'])
  })
})

describe('damaged takes', () => {
  /** Keeps takes 1 to `count`, and one recording; all are heard in p1. */
  function keep(count: number): void {
    const database = openTakesDatabase(folder.takesDatabase)
    const takes = createTakeStore(database, now)
    for (let recipe = 1; recipe <= count; recipe++) {
      const take = sampleTake(recipe)
      const prepared = prepareTake(folder.spool, take, 20_000)
      takes.keep(take, prepared, { projectId: 'p1', segmentId: `s${recipe}` })
    }
    const recording = sampleRecording(1000)
    takes.keep(recording, prepareTake(folder.spool, recording, 20_000), null)
    database.close()
  }
  const all = (count: number) => Array.from({ length: count }, (_, index) => takeId(index + 1))

  function open() {
    const { database, notice } = openMendedTakes(folder, now)
    const takes = createTakeStore(database, now)
    const found = [...takes.find([...all(200), sampleRecording(1000).id]).keys()]
    const sound = found.filter((id) => takes.whole(id) !== null)
    const tally = takes.stats()
    const weight = takes.weight('p1')
    expect(database.pragma('integrity_check')).toBe('ok')
    database.close()
    return { notice, found, sound, tally, weight }
  }

  test('are kept but for those on the spoiled page', () => {
    keep(100)
    const [page] = leafPages(folder.takesDatabase, 'sounds').slice(10)
    spoilPages(folder.takesDatabase, [Number(page)])
    markDamaged(folder.takesDatabase)
    const { notice, found, sound, tally, weight } = open()
    expect(sound).toEqual(found)
    expect(found.length).toBeLessThan(101)
    expect(found.length).toBeGreaterThan(80)
    expect(tally).toMatchObject({ entries: found.length, bytes: found.length * 20_000 })
    expect(weight).toBe((found.length - 1) * 20_000)
    expect(notice).toMatchObject({
      database: 'takes',
      kept: found.length,
      lost: 101 - found.length,
      lostRecordings: 0,
      folder: quarantined('takes.db'),
    })
  })

  test('are told of when a recording is among them', () => {
    keep(20)
    const sound = noise(20_000, sampleRecording(1000).samples)
    const content = readFileSync(folder.takesDatabase)
    spoilBytes(folder.takesDatabase, sound.subarray(10_000, 10_016), content)
    // Damage elsewhere makes it look at all of them.
    spoilPages(folder.takesDatabase, [rootPage(folder.takesDatabase, 'takes_by_recipe')])
    markDamaged(folder.takesDatabase)
    expect(open().notice).toMatchObject({ kept: 20, lost: 1, lostRecordings: 1 })
  })

  test('are gone where nothing can be read, and the library opens all the same', () => {
    keep(3)
    writeFileSync(folder.takesDatabase, 'Words, words, words. '.repeat(900))
    const { notice, found } = open()
    expect(found).toEqual([])
    expect(notice).toMatchObject({ database: 'takes', kept: 0, lost: null })
  })
})
