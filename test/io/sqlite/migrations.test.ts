// What is on people's disks stays readable: migrations are frozen, newer databases are left alone.
import Native from 'better-sqlite3'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { digestText } from '../../../src/core/base/digest.ts'
import { projectsMigrations } from '../../../src/io/sqlite/projects-migrations.ts'
import { openProjectsDatabase, openTakesDatabase } from '../../../src/io/sqlite/open-databases.ts'
import { takesMigrations } from '../../../src/io/sqlite/takes-migrations.ts'

const digests = (migrations: readonly { sql: string }[]) =>
  migrations.map(({ sql }) => digestText(sql).slice(0, 16))

test('migrations are frozen: a change is another migration', () => {
  expect(digests(projectsMigrations)).toEqual([
    '990b445af595910a',
    '7fd7b2a28e54078f',
    '35996d8df69b341d',
    'cbfc90b74ad797b3',
    '41152e07f5ba7233',
    '971d33b6a601b452',
    '53f403ccd73c9be4',
    '70eccf2c32962364',
    '52d53f8b1c0dada6',
    '3726d5bb00e3f98b',
    '35f78e0de95e4f08',
    '7a6dc282be059416',
    '63dc34031fa31c37',
    'bb9f391817be971d',
    'de064890703f93a2',
  ])
  expect(digests(takesMigrations)).toEqual([
    '2e4820176d583426',
    'fe8a18b3ebec955a',
    '21c811288d9cec4a',
    '38667d22dcf6e9d2',
  ])
})

describe.each([
  ['projects.db', openProjectsDatabase, projectsMigrations.length],
  ['takes.db', openTakesDatabase, takesMigrations.length],
])('%s', (name, open, known) => {
  let folder: string
  let path: string
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'lectern-database-'))
    path = join(folder, name)
  })
  afterEach(() => rmSync(folder, { recursive: true }))

  const failureOf = (code: string, params: object) =>
    expect.objectContaining({ failure: expect.objectContaining({ code, params }) })

  test('is made at the version that this Lectern knows, and opens again', () => {
    open(path).close()
    const again = open(path)
    expect(again.pragma('user_version')).toBe(known)
    expect(again.pragma('integrity_check')).toBe('ok')
    again.close()
  })

  test('holds strict tables only, whose references are enforced', () => {
    const database = open(path)
    expect(database.pragma('foreign_keys')).toBe(1)
    database.close()
    const native = new Native(path)
    const loose = native
      .prepare("SELECT name FROM pragma_table_list WHERE strict = 0 AND name NOT LIKE 'sqlite_%'")
      .all()
    native.close()
    expect(loose).toEqual([])
  })

  test('is refused, and not touched, when a newer Lectern made it', () => {
    const newer = new Native(path)
    newer.exec('CREATE TABLE future (a); PRAGMA user_version = 99')
    newer.close()
    const before = readFileSync(path)
    expect(() => open(path)).toThrow(failureOf('data-newer', { found: 99, known }))
    expect(readFileSync(path).equals(before)).toBe(true)
  })

  test('is refused when it is no database', () => {
    writeFileSync(path, 'This is not a database, although it is long enough. '.repeat(400))
    expect(() => open(path)).toThrow(failureOf('data-damaged', { name }))
  })

  test('is refused where it cannot be opened at all', () => {
    mkdirSync(path)
    expect(() => open(path)).toThrow(failureOf('folder-not-writable', { folder }))
  })
})

/** A projects.db as an older Lectern left it, with one project of one segment, opened by this one. */
function opened(version: number, query: string): unknown[] {
  const folder = mkdtempSync(join(tmpdir(), 'lectern-database-'))
  const path = join(folder, 'projects.db')
  const old = new Native(path)
  for (const { sql } of projectsMigrations.slice(0, version)) old.exec(sql)
  old.exec(`INSERT INTO projects (id, voice) VALUES ('p1', 'espeak:de');
    INSERT INTO chapters (project_id, ordinal, id, title, level, matter, spoken, words, characters,
      segments, first_position) VALUES ('p1', 0, 'c1', 'One', 1, 'body', 1, 2, 5, 1, 0);
    INSERT INTO segments (project_id, position, id, chapter_id, block, kind, pause_after, state, text,
      spoken, map)
    VALUES ('p1', 0, 'c1-1', 'c1', 0, 'paragraph', 'chapter', 'waiting', 'No. 5', '[]', '[]');
    PRAGMA user_version = ${version}`)
  old.close()
  openProjectsDatabase(path).close()
  const native = new Native(path)
  const rows = native.prepare(query).all()
  native.close()
  rmSync(folder, { recursive: true })
  return rows
}

test.each([
  [
    'projects of version 1 keep their segments, which have no normalised words yet',
    ...[1, 'SELECT text, normalised FROM segments', { text: 'No. 5', normalised: null }],
  ],
  [
    'projects of version 3 leave unspoken what their voice cannot say, as they did',
    ...[
      3,
      'SELECT voice, fallback_voice AS other FROM projects',
      { voice: 'espeak:de', other: null },
    ],
  ],
  [
    'segments of version 3 have not failed with any voice',
    ...[3, 'SELECT text, fallback_of AS other FROM segments', { text: 'No. 5', other: null }],
  ],
  [
    'lines of version 4 are all spoken, and none is a note',
    ...[
      4,
      'SELECT left_out AS leftOut, note_id AS noteId, note_marks AS marks FROM segments',
      { leftOut: null, noteId: null, marks: null },
    ],
  ],
  [
    'books of version 6 sound as they did: none was ever shaped',
    ...[6, 'SELECT voice, sound FROM projects', { voice: 'espeak:de', sound: null }],
  ],
  [
    'chapters of version 7 are as loud as their voices',
    ...[7, "SELECT gain_db AS gainDb FROM chapters WHERE project_id = 'p1'", { gainDb: 0 }],
  ],
  [
    'books of version 5 have their covers as they came, and no smaller ones',
    ...[5, 'SELECT count(*) AS thumbnails FROM thumbnails', { thumbnails: 0 }],
  ],
  [
    'books of version 9 stand on the shelf, and are in the library',
    ...[
      9,
      'SELECT archived_at AS archivedAt, removed_at AS removedAt FROM projects',
      { archivedAt: null, removedAt: null },
    ],
  ],
] as [string, number, string, object][])('%s', (_, version, query, row) =>
  expect(opened(version, query)).toEqual([row]),
)

test('takes of version 2 weigh for every project that refers to them, each once', () => {
  const folder = mkdtempSync(join(tmpdir(), 'lectern-database-'))
  const path = join(folder, 'takes.db')
  const old = new Native(path)
  for (const { sql } of takesMigrations.slice(0, 2)) old.exec(sql)
  for (const [id, bytes] of [
    ['a', 100],
    ['b', 20],
  ])
    old.exec(`INSERT INTO takes (id, rendition, voice, sample_rate, samples, audio_digest, bytes, crc,
      held, created_at, used_at) VALUES ('${id}', 1, 'v', 1, 1, '', ${bytes}, 0, 1, 0, 0)`)
  old.exec(`INSERT INTO take_references (project_id, segment_id, take_id) VALUES ('p1', 's1', 'a'),
    ('p1', 's2', 'a'), ('p1', 's3', 'b'), ('p2', 's1', 'b'), ('p3', 's1', 'gone');
    PRAGMA user_version = 2`)
  old.close()
  openTakesDatabase(path).close()
  const native = new Native(path)
  const rows = native.prepare('SELECT project_id AS id, bytes FROM weights ORDER BY id').all()
  native.close()
  rmSync(folder, { recursive: true })
  expect(rows).toEqual([
    { id: 'p1', bytes: 120 },
    { id: 'p2', bytes: 20 },
  ])
})
