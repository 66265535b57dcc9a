// Books saved with their takes: opened elsewhere they are what they were, and what is no such file is refused whole.
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Job } from '../../../src/contract/index.ts'
import { digestText } from '../../../src/core/base/digest.ts'
import { openStudio } from '../../../src/core/studio/open-studio.ts'
import type { ProjectStore } from '../../../src/core/ports/projects.ts'
import { openSavedBooks } from '../../../src/io/books/saved-books.ts'
import { systemClock } from '../../../src/io/clock.ts'
import { createProjectStore } from '../../../src/io/sqlite/project-store.ts'
import { openProjectsDatabase, openTakesDatabase } from '../../../src/io/sqlite/open-databases.ts'
import { createTakeStore } from '../../../src/io/sqlite/take-store.ts'
import { documentOf } from '../../fixtures/documents.ts'
import { promised, promisedTakes } from '../../fixtures/promised.ts'
import { noise } from '../../fixtures/sample-takes.ts'
import { plainPng } from '../../fixtures/small-book.ts'
import { callsOf, type StudioCalls } from '../../fixtures/studio-calls.ts'
import {
  longBook,
  quietCodecs,
  sourcesOf,
  studioPorts,
  voiceOf,
} from '../../fixtures/studio-ports.ts'
import { zipFile, type ZipEntry } from '../../fixtures/zip-file.ts'

let home: string
beforeEach(() => void (home = mkdtempSync(join(tmpdir(), 'lectern-saved-'))))
afterEach(() => rmSync(home, { recursive: true, force: true }))
const at = (name: string) => join(home, name)

type Library = StudioCalls & {
  projects: ProjectStore
  /** How many segments its voice was asked for. */
  asked(): number
  /** Adds a book or opens one that was saved; the job at its end. */
  add(path: string): Promise<Job>
  save(projectId: string, path: string): Promise<Job>
  /** What lies in its spool. */
  spool(): string[]
  ticket(path: string): string
}

/** A studio on real stores, whose voice says something else each time. */
async function inLibrary(name: string, work: (library: Library) => Promise<void>) {
  const folder = at(name)
  mkdirSync(join(folder, 'spool'), { recursive: true })
  const projectsDatabase = openProjectsDatabase(join(folder, 'projects.db'))
  const takesDatabase = openTakesDatabase(join(folder, 'takes.db'))
  const takes = promisedTakes(createTakeStore(takesDatabase, () => systemClock.now()))
  const projects = promised<ProjectStore>(createProjectStore(projectsDatabase))
  const quiet = quietCodecs()
  let asked = 0
  const spool = join(folder, 'spool')
  const { ports, options } = studioPorts(systemClock, {
    reader: longBook(60),
    projects,
    takes,
    savedBooks: openSavedBooks(spool),
    sources: sourcesOf(voiceOf(async () => ({ file: `spoken-${(asked += 1)}` }))),
    codecs: {
      ...quiet,
      async prepare(parts, signal) {
        const made = await quiet.prepare(parts, signal)
        const file = join(spool, `${made.file}.flac`)
        writeFileSync(file, noise(made.bytes, asked))
        return { ...made, file }
      },
      discard: async (sounds) => {
        for (const sound of sounds) if ('file' in sound) rmSync(sound.file, { force: true })
      },
    },
  })
  const studio = await openStudio(ports, options)
  const calls = callsOf(studio)
  const { call, end } = calls
  const ticket = (path: string) => ports.tickets.issue('book', path)
  try {
    await work({
      ...calls,
      projects,
      ticket,
      asked: () => asked,
      add: async (path) => end((await call('book.import', { ticket: ticket(path) })).jobId),
      async save(projectId, path) {
        const place = ports.tickets.issue('target', path)
        return end((await call('project.save', { projectId, ticket: place })).jobId)
      },
      spool: () => readdirSync(spool),
    })
  } finally {
    await studio.close()
    projectsDatabase.close()
    takesDatabase.close()
  }
}

const narrate = async ({ call, end }: Library, projectId: string) =>
  end((await call('speech.start', { projectId, scope: { kind: 'ticked' } })).jobId)

/** Narrated, edited, described; saved as this file. */
async function savedBook(path: string): Promise<{ document: string; undos: number }> {
  let document = ''
  await inLibrary('first', async (library) => {
    const { call, add, save, projects, ticket } = library
    const { projectId = '' } = await add('book.txt')
    await narrate(library, projectId)
    writeFileSync(at('cover.png'), plainPng(60, 90, [1, 2, 3]))
    const cover = ticket(at('cover.png'))
    await call('project.describe', { projectId, title: 'Mine', authors: ['Me'], cover })
    const { rows } = await call('segment.list', { projectId, from: 0, count: 3 })
    await call('segment.edit', { projectId, segmentId: rows[1]?.id ?? '', text: 'Not spoken yet.' })
    document = (await documentOf(projects, projectId)).replaceAll(projectId, 'ID')
    const job = await save(projectId, path)
    expect(job).toMatchObject({ kind: 'save', state: 'done', result: { file: 'mine.lectern' } })
    expect(job.result?.revealTicket).toBeDefined()
  })
  return { document, undos: 2 }
}

/** Without what a library says of its books itself. */
const plainDocument = (json: string): unknown => {
  const { project, rows } = JSON.parse(json)
  const { createdAt: _, openedAt: __, ...rest } = project
  return { project: rest, rows }
}

describe('a book that was saved with its takes', () => {
  it('opens elsewhere as it was, with its history, and nothing is spoken again', async () => {
    const { document, undos } = await savedBook(at('mine.lectern'))
    expect(readdirSync(home).filter((name) => name.startsWith('.'))).toEqual([])
    await inLibrary('second', async (library) => {
      const { call, add, projects, asked, spool } = library
      const job = await add(at('mine.lectern'))
      expect(job).toMatchObject({ kind: 'import', state: 'done' })
      const { projectId = '' } = job
      const opened = (await documentOf(projects, projectId)).replaceAll(projectId, 'ID')
      expect(plainDocument(opened)).toEqual(plainDocument(document))
      expect(spool()).toEqual([])
      const [summary] = (await call('library.list', {})).projects
      expect(summary).toMatchObject({ title: 'Mine', segments: 120, ready: 119 })
      expect(summary?.bytes).toBeGreaterThan(0)
      const picture = await projects.cover(projectId)
      expect(Buffer.from(picture?.bytes ?? [])).toEqual(readFileSync(at('cover.png')))
      expect(await narrate(library, projectId)).toMatchObject({ state: 'done' })
      // The one that was edited and had not been spoken.
      expect(asked()).toBe(1)
      expect(await call('cache.clear', {})).toEqual({ freedBytes: 0 })
      for (let step = 0; step < undos; step += 1) {
        const { history } = await call('project.open', { projectId })
        expect(history.canUndo).toBe(true)
        await call('project.undo', { projectId })
      }
      expect((await call('library.list', {})).projects[0]).toMatchObject({ title: 'A Book' })
    })
  })

  it('is another book each time it is opened, also where it came from', async () => {
    await savedBook(at('mine.lectern'))
    await inLibrary('first', async ({ add, call, asked }) => {
      const [one, two] = [await add(at('mine.lectern')), await add(at('mine.lectern'))]
      expect(one.projectId).not.toBe(two.projectId)
      const { projects } = await call('library.list', {})
      expect(projects.map(({ title }) => title)).toEqual(['Mine', 'Mine', 'Mine'])
      expect(new Set(projects.map(({ ready }) => ready)).size).toBe(1)
      expect(asked()).toBe(0)
    })
  })

  it('that is not there is not saved, and what is in the way stays', async () => {
    await inLibrary('first', async ({ save, add }) => {
      await expect(save('nobody', at('mine.lectern'))).rejects.toThrow(
        expect.objectContaining({ failure: expect.objectContaining({ code: 'not-found' }) }),
      )
      const { projectId = '' } = await add('book.txt')
      mkdirSync(at('mine.lectern'))
      const job = await save(projectId, at('mine.lectern'))
      expect(job).toMatchObject({ state: 'failed', failure: { code: 'folder-not-writable' } })
      expect(readdirSync(home)).toEqual(['first', 'mine.lectern'])
    })
  })
})

describe('a file that is no saved book', () => {
  /** The entries of the file as they may be changed. */
  const entriesOf = async (path: string): Promise<ZipEntry[]> => {
    const saved = await openSavedBooks(home).open(path)
    const entries: ZipEntry[] = []
    for (const name of saved.archive.names) {
      const chunks: Uint8Array[] = []
      for await (const chunk of saved.archive.stream(name)) chunks.push(chunk)
      entries.push({ name, bytes: Buffer.concat(chunks), stored: name === 'mimetype' })
    }
    await saved.close()
    return entries
  }
  type Change = (text: string) => string
  const inEntry =
    (name: string, change: Change) =>
    (entries: ZipEntry[]): ZipEntry[] =>
      entries.map((entry) =>
        entry.name === name ? { ...entry, bytes: change(entry.bytes.toString()) } : entry,
      )
  const inRow = (table: string, change: (row: Record<string, unknown>) => object) =>
    inEntry('document.jsonl', (text) => {
      let isDone = false
      return text
        .split('\n')
        .map((line) => {
          if (isDone || !line.startsWith(`{"table":"${table}"`)) return line
          isDone = true
          return JSON.stringify({ table, row: change(JSON.parse(line).row) })
        })
        .join('\n')
    })
  const inTakes = (change: (takes: Record<string, unknown>[]) => void) =>
    inEntry('takes/0001.json', (text) => {
      const takes = JSON.parse(text)
      change(takes)
      return JSON.stringify(takes)
    })
  const without = (name: string) => (entries: ZipEntry[]) =>
    entries.filter((entry) => entry.name !== name)
  const first = (change: object) =>
    inTakes((takes) => void Object.assign(takes[0] as object, change))

  const spoilings: [string, string, (entries: ZipEntry[]) => ZipEntry[]][] = [
    ['has no head', 'book-damaged', without('lectern.json')],
    ['has no document', 'book-damaged', without('document.jsonl')],
    ['has no takes where some are told', 'book-damaged', without('takes/0001.json')],
    ['has no sounds where some are told', 'book-damaged', without('takes/0001.flacs')],
    [
      'was saved by a newer Lectern',
      'book-newer',
      inEntry('lectern.json', (text) => text.replace('"version":1', '"version":2')),
    ],
    [
      'has rows of newer tables',
      'book-newer',
      inEntry('lectern.json', (text) => text.replace(/"document":\d+/, '"document":999')),
    ],
    ['has a head that is none', 'book-damaged', inEntry('lectern.json', () => '{"version":')],
    ['has a row of no table', 'book-damaged', inRow('segments', () => ({ nothing: 1 }))],
    [
      'has a row whose words are none',
      'book-damaged',
      inRow('segments', (row) => ({ ...row, spoken: 'not even JSON' })),
    ],
    [
      'has a row whose words are something else',
      'book-damaged',
      inRow('segments', (row) => ({ ...row, spoken: '[{"words":7}]' })),
    ],
    [
      'has a row of another kind of value',
      'book-damaged',
      inRow('segments', (row) => ({ ...row, position: 'first' })),
    ],
    [
      'has a row in a state that there is not',
      'book-damaged',
      inRow('segments', (row) => ({ ...row, state: 'sung' })),
    ],
    [
      'has a row in another chapter’s place',
      'book-damaged',
      inRow('segments', (row) => ({ ...row, chapter_id: 'c9' })),
    ],
    [
      'has a chapter that counts other rows',
      'book-damaged',
      inRow('chapters', (row) => ({ ...row, segments: 3 })),
    ],
    [
      'has a project that is none',
      'book-damaged',
      inRow('projects', (row) => ({ ...row, sound: '{"pace":-1}' })),
    ],
    [
      'has a fact that is no change',
      'book-damaged',
      inRow('facts', (row) => ({ ...row, inverse: '{"kind":"burnt"}' })),
    ],
    [
      'has bytes that are no base64',
      'book-damaged',
      inRow('pictures', (row) => ({ ...row, bytes: { base64: '%%' } })),
    ],
    ['has a sound of another digest', 'book-damaged', first({ digest: digestText('other') })],
    ['has a sound that is shorter than told', 'book-damaged', first({ bytes: 101 })],
    ['has a take of another name', 'book-damaged', first({ id: `${'0'.repeat(64)}.1` })],
    ['has a take that is none', 'book-damaged', first({ rendition: 0 })],
    [
      'has text that is no UTF-8',
      'book-damaged',
      (entries) =>
        entries.map((entry) =>
          entry.name === 'document.jsonl' ? { ...entry, bytes: Buffer.from([0xff, 0xfe]) } : entry,
        ),
    ],
  ]

  it('is refused in its own sentence, and nothing is left of it', async () => {
    await savedBook(at('mine.lectern'))
    const entries = await entriesOf(at('mine.lectern'))
    await inLibrary('second', async ({ add, call, spool }) => {
      for (const [why, code, spoil] of spoilings) {
        const spoilt = spoil(entries)
        expect(spoilt, why).not.toEqual(entries)
        writeFileSync(at('spoilt.lectern'), zipFile(spoilt))
        const job = await add(at('spoilt.lectern'))
        const params = { name: 'spoilt.lectern' }
        expect(job, why).toMatchObject({ state: 'failed', failure: { code, params } })
        expect((await call('library.list', {})).projects, why).toEqual([])
        expect(spool(), why).toEqual([])
      }
      writeFileSync(at('whole.lectern'), zipFile(entries))
      expect(await add(at('whole.lectern'))).toMatchObject({ state: 'done' })
    })
  })

  it('is refused where it is cut off, and where it says what no zip can', async () => {
    await savedBook(at('mine.lectern'))
    const bytes = readFileSync(at('mine.lectern'))
    await inLibrary('second', async ({ add, call }) => {
      writeFileSync(at('cut.lectern'), bytes.subarray(0, bytes.length / 2))
      expect(await add(at('cut.lectern'))).toMatchObject({ failure: { code: 'book-damaged' } })
      const escape = await entriesOf(at('mine.lectern'))
      writeFileSync(at('out.lectern'), zipFile([...escape, { name: '../out', bytes: 'x' }]))
      expect(await add(at('out.lectern'))).toMatchObject({ failure: { code: 'book-hostile' } })
      expect((await call('library.list', {})).projects).toEqual([])
    })
  })
})
