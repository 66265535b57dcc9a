// What every project store promises; the SQLite one and the one in memory both pass.
import fc from 'fast-check'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import {
  SavedRow,
  soundPresets,
  type Job,
  type ProjectChange,
  type RowFilter,
  type RowState,
  type SomeManner,
} from '../../src/contract/index.ts'
import { arrangementOf } from '../../src/core/base/arrangement.ts'
import type { Picture, ProjectStore } from '../../src/core/ports/projects.ts'
import { anyChange, anyReplacement, documentOf } from '../fixtures/documents.ts'
import { takeId as takeOf } from '../fixtures/sample-takes.ts'
import { importSample, sampleCover, sampleProject } from '../fixtures/sample-projects.ts'

const notFound = (kind: string) =>
  expect.objectContaining({
    failure: expect.objectContaining({ code: 'not-found', params: { kind } }),
  })
const edit = (segmentId: string, text: string): ProjectChange => ({
  kind: 'segment-edited',
  segmentId,
  text,
  spoken: [{ text }],
  map: [[0, 0]],
  edited: true,
})

const shown = (picture: Picture | null) => picture && { ...picture, bytes: [...picture.bytes] }

/** `open` makes an empty store; `close` removes it. */
export function describeProjectStore(
  name: string,
  open: () => { store: ProjectStore; close: () => void },
): void {
  let store: ProjectStore
  let close: () => void
  beforeEach(() => void ({ store, close } = open()))
  afterEach(() => close())

  describe(`${name} takes projects in`, () => {
    test('whole, as they came', async () => {
      const project = await importSample(store, 'p1')
      expect(await store.read('p1')).toEqual(project)
      const cover = await store.cover('p1')
      expect(shown(cover)).toEqual({
        mediaType: 'image/png',
        bytes: [...sampleCover.bytes],
      })
      expect(shown(await store.picture('p1', 'small'))).toEqual({
        mediaType: 'image/jpeg',
        bytes: [255, 216, 255],
      })
      expect(await store.picture('p1', 'other')).toBeNull()
      const rows = await store.segments('p1', 0, 100)
      expect(rows.map(({ id }) => id).join(' ')).toBe(
        'c1-0 c1-1 c1-2 c1-3 c2-0 c2-1 c2-2 c2-3 c2-4 c2-5 c2-6 c2-7 c3-0 c3-1 c3-2 c3-3 c3-4',
      )
    })

    test('and shows nothing of them before the end', async () => {
      const { project, segmentsOf } = sampleProject('p1', [3])
      await store.begin('p1')
      const [entry] = project.chapters
      if (entry) await store.addChapter('p1', { entry, segments: segmentsOf(1) })
      expect(await store.list()).toEqual([])
      expect(await store.findByBook('')).toBeNull()
      expect(await store.findByBook(project.bookDigest)).toBeNull()
      await expect(store.read('p1')).rejects.toThrow(notFound('project'))
      await store.finish(project, null)
      expect(await store.read('p1')).toEqual(project)
      expect(await store.cover('p1')).toBeNull()
    })

    test('or discards them without a trace, and never one that is finished', async () => {
      const { project } = sampleProject('p1', [])
      await store.begin('p1')
      await store.discard('p1')
      await store.begin('p1')
      await store.finish(project, null)
      await store.discard('p1')
      expect(await store.read('p1')).toEqual(project)
    })

    test('and finds them by their book, the one that was opened last', async () => {
      for (const [id, openedAt] of [
        ['p1', 5],
        ['p2', 9],
        ['p3', 7],
      ] as const) {
        await store.begin(id)
        await store.finish({ ...sampleProject(id, []).project, bookDigest: 'same', openedAt }, null)
      }
      expect((await store.findByBook('same'))?.id).toBe('p2')
      expect(await store.findByBook('other')).toBeNull()
    })

    test('and removes them with all they have', async () => {
      await importSample(store, 'p1')
      await importSample(store, 'p2')
      await store.change('p1', edit('c1-0', 'Gone.'))
      await store.remove('p1')
      await expect(store.read('p1')).rejects.toThrow(notFound('project'))
      expect(await store.segments('p1', 0, 100)).toEqual([])
      expect(await store.history('p1')).toEqual({ canUndo: false, canRedo: false })
      expect(await store.cover('p1')).toBeNull()
      expect(await store.picture('p1', 'small')).toBeNull()
      expect((await store.list()).map(({ project }) => project.id)).toEqual(['p2'])
    })
  })

  describe(`${name} sets projects aside`, () => {
    test('unseen and whole, until they are taken back', async () => {
      const project = await importSample(store, 'p1')
      await store.change('p1', edit('c1-0', 'Kept.'))
      const before = await documentOf(store, 'p1')
      expect(await store.setAside('p1', 500)).toBe(true)
      await expect(store.read('p1')).rejects.toThrow(notFound('project'))
      expect(await store.list()).toEqual([])
      expect(await store.listed('p1')).toBeNull()
      expect(await store.findByBook(project.bookDigest)).toBeNull()
      expect(await store.bookDigests()).toEqual([project.bookDigest])
      expect(await store.setAside('p1', null)).toBe(true)
      expect(await documentOf(store, 'p1')).toBe(before)
      expect(await store.history('p1')).toEqual({ canUndo: true, canRedo: false })
    })

    test('and knows since when, until they are removed for good', async () => {
      for (const id of ['p1', 'p2', 'p3']) await importSample(store, id)
      await store.setAside('p1', 500)
      await store.setAside('p2', 900)
      expect(await store.setAsideBefore(499)).toEqual([])
      expect(await store.setAsideBefore(500)).toEqual(['p1'])
      expect((await store.setAsideBefore(1e15)).toSorted()).toEqual(['p1', 'p2'])
      await store.remove('p1')
      expect(await store.setAside('p1', null)).toBe(false)
      expect(await store.setAside('nobody', 7)).toBe(false)
      expect((await store.bookDigests()).toSorted()).toEqual(['digest-of-p2', 'digest-of-p3'])
    })

    test('or away from the shelf, where they are seen as such', async () => {
      await importSample(store, 'p1')
      expect(await store.list()).toMatchObject([{ archived: false }])
      await store.archive('p1', 500)
      expect(await store.list()).toMatchObject([{ archived: true }])
      expect(await store.listed('p1')).toEqual((await store.list())[0])
      await store.archive('p1', null)
      expect(await store.listed('p1')).toMatchObject({ archived: false })
      expect(await store.history('p1')).toEqual({ canUndo: false, canRedo: false })
    })
  })

  describe(`${name} copies projects`, () => {
    const pinned = [{ segmentId: 'c1-1', takeId: 'take' }]

    test('with their document, their pictures and what is heard, and without their history', async () => {
      await importSample(store, 'p1')
      await store.keepPicture('p1', { key: 'k'.repeat(64), ...sampleCover })
      await store.change('p1', edit('c1-0', 'As it is now.'))
      await store.change('p1', { kind: 'takes-pinned', takes: pinned })
      await store.setTakes('p1', [
        { segmentId: 'c1-1', takeId: 'take', state: 'ready', durationSeconds: 2, flagged: true },
      ])
      await store.archive('p1', 5)
      await store.begin('p2')
      const copy = await store.copy('p1', { id: 'p2', title: 'Another', at: 77 })
      const project = await store.read('p1')
      expect(copy).toEqual({
        ...project,
        ...{ id: 'p2', title: 'Another', createdAt: 77, openedAt: 77 },
        cover: {
          mediaType: 'image/png',
          address: '/media/cover/p2',
          thumbnail: '/media/cover/p2/small',
        },
      })
      expect(await store.read('p2')).toEqual(copy)
      expect(await store.segments('p2', 0, 100)).toEqual(await store.segments('p1', 0, 100))
      expect(await store.progress('p2')).toEqual(await store.progress('p1'))
      expect(await store.history('p2')).toEqual({ canUndo: false, canRedo: false })
      expect(await store.listed('p2')).toMatchObject({ archived: false, ready: 1, flagged: 1 })
      expect(await store.picture('p2', 'k'.repeat(64))).not.toBeNull()
      expect(await store.picture('p2', 'small')).not.toBeNull()
    })

    test('that then go their own ways', async () => {
      await importSample(store, 'p1')
      await store.begin('p2')
      await store.copy('p1', { id: 'p2', title: 'Another', at: 77 })
      const before = await documentOf(store, 'p1')
      await store.change('p2', edit('c1-0', 'Its own.'))
      await store.setTakes('p2', [
        { segmentId: 'c1-1', takeId: 't', state: 'ready', durationSeconds: 2, flagged: false },
      ])
      expect(await documentOf(store, 'p1')).toBe(before)
      expect(await store.listed('p1')).toMatchObject({ ready: 0 })
      expect((await store.progress('p2'))[0]).toMatchObject({ ready: 1 })
      await store.remove('p1')
      expect(await store.segments('p2', 0, 100)).toHaveLength(17)
    })

    test('and none that is not there', async () => {
      await store.begin('p2')
      const copying = store.copy('p1', { id: 'p2', title: 'Another', at: 77 })
      await expect(copying).rejects.toThrow(notFound('project'))
      expect(await store.list()).toEqual([])
    })
  })

  describe(`${name} saves documents`, () => {
    const saved = async (id: string): Promise<SavedRow[]> => {
      const folder = mkdtempSync(join(tmpdir(), 'lectern-saved-'))
      await store.saveDocument(id, join(folder, 'document.jsonl'))
      const text = readFileSync(join(folder, 'document.jsonl'), 'utf8')
      rmSync(folder, { recursive: true })
      return text
        .trimEnd()
        .split('\n')
        .map((line) => SavedRow.parse(JSON.parse(line)))
    }

    test('row by row, and takes them in as another project that is the same book', async () => {
      await importSample(store, 'p1')
      await store.change('p1', edit('c1-0', 'As it is now.'))
      await store.change('p1', { kind: 'voice-cast', voice: 'espeak:de' })
      await store.setTakes('p1', [
        { segmentId: 'c1-1', takeId: 'take', state: 'ready', durationSeconds: 2, flagged: true },
      ])
      const rows = await saved('p1')
      await store.begin('p2')
      for (const row of rows) await store.addRows('p2', [row])
      expect(await store.list()).toHaveLength(1)
      const project = await store.read('p1')
      const own = {
        id: 'p2',
        cover: {
          mediaType: 'image/png',
          address: '/media/cover/p2',
          thumbnail: '/media/cover/p2/small',
        },
      }
      expect(await store.readUnfinished('p2')).toEqual({ ...project, ...own })
      await store.finishRows('p2', 99)
      const opened = await store.read('p2')
      expect(opened).toEqual({ ...project, ...own, createdAt: 99, openedAt: 99 })
      expect(await store.segments('p2', 0, 100)).toEqual(await store.segments('p1', 0, 100))
      expect(await store.progress('p2')).toEqual(await store.progress('p1'))
      expect((await store.undo('p2'))?.applied).toMatchObject({ kind: 'voice-cast' })
      expect((await store.undo('p2'))?.applied).toMatchObject({ kind: 'segment-edited' })
      expect(await store.undo('p2')).toBeNull()
    })

    test('and none that is not there', async () => {
      await expect(saved('nobody')).rejects.toThrow(notFound('project'))
      await store.begin('p2')
      const row = { table: 'no such table', row: { json: '{}' } }
      await expect(store.addRows('p2', [row])).rejects.toThrow(
        expect.objectContaining({ failure: expect.objectContaining({ code: 'book-damaged' }) }),
      )
    })
  })

  describe(`${name} tells of projects`, () => {
    test('in the order in which they were opened, last first', async () => {
      for (const id of ['p1', 'p2', 'p3']) await importSample(store, id)
      await store.touch('p1', 2_000_000_000_003)
      await store.touch('p3', 2_000_000_000_001)
      expect((await store.list()).map(({ project }) => project.id)).toEqual(['p1', 'p3', 'p2'])
      expect((await store.read('p3')).openedAt).toBe(2_000_000_000_001)
    })

    test('with positions, ranges and rows by id', async () => {
      await importSample(store, 'p1')
      const rows = await store.segments('p1', 3, 2)
      expect(rows.map(({ id, position }) => [id, position])).toEqual([
        ['c1-3', 3],
        ['c2-0', 4],
      ])
      expect(rows[0]).toEqual({
        ...sampleProject('p1', [4]).segmentsOf(1)[3],
        position: 3,
        edited: false,
        pinnedTakeId: null,
        takeId: null,
        fallbackOf: null,
      })
      const byId = await store.segmentsById('p1', ['c2-0', 'c9-9', 'c1-3'])
      expect(byId.map(({ id }) => id)).toEqual(['c2-0', 'c1-3'])
      expect(await store.segments('p1', 16, 100)).toHaveLength(1)
      expect(await store.segments('nobody', 0, 100)).toEqual([])
    })

    test('with the flagged rows, which are found from either side and counted', async () => {
      await importSample(store, 'p1')
      const heard = { takeId: 't1', state: 'ready', durationSeconds: 1 } as const
      await store.setTakes('p1', [
        { ...heard, segmentId: 'c1-1', flagged: true },
        { ...heard, segmentId: 'c2-0', flagged: true },
        { ...heard, segmentId: 'c1-0', flagged: false },
      ])
      const [first, second] = (await store.segmentsById('p1', ['c1-1', 'c2-0'])).map(
        ({ position }) => position,
      )
      const at = first ?? -1
      expect(await store.findFlagged('p1', 0, 'forward')).toBe(first)
      expect(await store.findFlagged('p1', at + 1, 'forward')).toBe(second)
      expect(await store.findFlagged('p1', 10_000, 'back')).toBe(second)
      expect(await store.findFlagged('p1', at - 1, 'back')).toBeNull()
      const flagged = async () => (await store.progress('p1')).map((row) => row.flagged)
      expect((await flagged()).slice(0, 2)).toEqual([1, 1])
      await store.setTakes('p1', [{ ...heard, segmentId: 'c1-1', flagged: false }])
      expect((await flagged()).slice(0, 2)).toEqual([0, 1])
    })
    test('with what is heard, chapter by chapter', async () => {
      await importSample(store, 'p1')
      await store.setTakes('p1', [
        { segmentId: 'c1-0', takeId: 't1', state: 'ready', durationSeconds: 1.25, flagged: false },
        { segmentId: 'c1-1', takeId: 't2', state: 'ready', durationSeconds: 0.1, flagged: false },
        { segmentId: 'c2-0', takeId: 't3', state: 'stale', durationSeconds: 9, flagged: false },
        { segmentId: 'c9-9', takeId: 't4', state: 'ready', durationSeconds: 9, flagged: false },
      ])
      await store.setTakes('p1', [
        { segmentId: 'c1-0', takeId: 't1', state: 'ready', durationSeconds: 1.5, flagged: false },
        { segmentId: 'c3-0', takeId: 't5', state: 'ready', durationSeconds: 3, flagged: false },
      ])
      expect(await store.progress('p1')).toEqual([
        {
          chapterId: 'c1',
          ready: 2,
          flagged: 0,
          stale: 0,
          skipped: 0,
          failed: 0,
          readySeconds: 1.6,
        },
        { chapterId: 'c2', ready: 0, flagged: 0, stale: 1, skipped: 1, failed: 0, readySeconds: 0 },
        { chapterId: 'c3', ready: 1, flagged: 0, stale: 0, skipped: 0, failed: 0, readySeconds: 3 },
      ])
      const [first] = await store.segmentsById('p1', ['c1-0'])
      expect(first?.takeId).toBe('t1')
      expect((await store.read('p1')).revision).toBe(0)
    })

    test('counting in the list what is ticked and has something to say', async () => {
      await importSample(store, 'p1')
      await store.setTakes('p1', [
        { segmentId: 'c1-0', takeId: 't1', state: 'ready', durationSeconds: 1, flagged: false },
        { segmentId: 'c3-0', takeId: 't2', state: 'ready', durationSeconds: 1, flagged: true },
      ])
      // Twelve in the ticked chapters one and two, of which c2-6 has nothing to say.
      expect(await store.list()).toMatchObject([{ segments: 11, ready: 1, flagged: 0 }])
      expect(await store.list()).toMatchObject([{ readySeconds: 1, characters: 480 }])
      const chapters = [{ chapterId: 'c3', spoken: true }]
      await store.change('p1', { kind: 'chapters-ticked', chapters })
      expect(await store.list()).toMatchObject([{ segments: 16, ready: 2, flagged: 1 }])
      await store.setTakes('p1', [
        { segmentId: 'c1-0', takeId: 't1', state: 'stale', durationSeconds: 1, flagged: false },
        { segmentId: 'c1-1', takeId: null, state: 'skipped', durationSeconds: 0, flagged: false },
      ])
      expect(await store.list()).toMatchObject([{ segments: 15, ready: 1 }])
    })
  })

  describe(`${name} finds rows`, () => {
    const query = (
      words: string,
      more: { isCaseSensitive?: boolean; isWholeWord?: boolean } = {},
    ) => ({
      query: { words, isCaseSensitive: false, isWholeWord: false, ...more },
    })
    const set = (segmentId: string, manner: SomeManner): ProjectChange => ({
      ...{ kind: 'segments-set', rows: [{ segmentId, set: manner }] },
    })
    beforeEach(async () => {
      await importSample(store, 'p1', [3, 4])
    })

    test('by their words, in order, and counts how often they stand there', async () => {
      await store.change('p1', edit('c1-1', 'Sentence, sentence. Sentences! (sent)'))
      const all = [0, 1, 2, 3, 4, 5, 6]
      expect(await store.find('p1', query('sentence'))).toEqual({ positions: all, matches: 9 })
      expect(await store.find('p1', query('sentence', { isWholeWord: true }))).toEqual({
        ...{ positions: all, matches: 8 },
      })
      expect(await store.find('p1', query('sentence', { isCaseSensitive: true }))).toEqual({
        ...{ positions: [1], matches: 1 },
      })
      expect(await store.find('p1', query('(sent)'))).toEqual({ positions: [1], matches: 1 })
      expect(await store.find('p1', query('.*'))).toEqual({ positions: [], matches: 0 })
      expect(await store.find('p1', query('CHAPTER  2'))).toMatchObject({ positions: [3, 4, 5, 6] })
    })

    test('by what is heard of them, never those that are left out', async () => {
      const heard = { takeId: takeOf(1), durationSeconds: 1 }
      await store.setTakes('p1', [
        { ...heard, segmentId: 'c1-0', state: 'ready', flagged: true },
        { ...heard, segmentId: 'c1-1', state: 'stale', flagged: false },
        { ...heard, segmentId: 'c2-0', state: 'ready', flagged: false },
      ])
      const positions = async (state: RowState) => (await store.find('p1', { state })).positions
      expect(await positions('ready')).toEqual([0, 3])
      expect(await positions('flagged')).toEqual([0])
      expect(await positions('stale')).toEqual([1])
      expect(await positions('waiting')).toEqual([2, 4, 5, 6])
      expect(await positions('failed')).toEqual([])
      await store.change('p1', {
        ...{ kind: 'lines-left-out', chapters: [] },
        lines: [
          { segmentId: 'c2-0', leftOut: 'code' },
          { segmentId: 'c2-1', leftOut: 'code' },
        ],
      })
      expect(await positions('ready')).toEqual([0])
      expect(await positions('waiting')).toEqual([2, 5, 6])
      expect((await store.find('p1', query('chapter 2'))).positions).toEqual([5, 6])
    })

    test('by who says them and by what a person has done with them; all that is asked is true', async () => {
      await store.change('p1', set('c1-1', { speaker: 'ann', mark: '' }))
      await store.change('p1', set('c2-1', { speaker: 'bob' }))
      await store.change('p1', edit('c2-1', 'Another chapter.'))
      const positions = async (filter: RowFilter) => (await store.find('p1', filter)).positions
      expect(await positions({ speaker: 'ann' })).toEqual([1])
      expect(await positions({ speaker: null })).toEqual([0, 2, 3, 5, 6])
      expect(await positions({ state: 'marked' })).toEqual([1])
      expect(await positions({ state: 'edited' })).toEqual([4])
      expect(await positions({ state: 'edited', speaker: 'ann' })).toEqual([])
      expect(await positions({ ...query('chapter'), state: 'edited', speaker: 'bob' })).toEqual([4])
      expect(await store.find('p1', {})).toEqual({ positions: [0, 1, 2, 3, 4, 5, 6], matches: 0 })
      expect(await store.find('nobody', {})).toEqual({ positions: [], matches: 0 })
    })

    test('that are marked, in order, with what they are marked for, also where it is nothing', async () => {
      expect(await store.marked('p1')).toEqual([])
      await store.change('p1', set('c2-1', { mark: 'Too fast' }))
      await store.change('p1', set('c1-1', { mark: '' }))
      await store.change('p1', set('c1-2', { gainDb: 2 }))
      const brief = async () =>
        (await store.marked('p1')).map(({ id, manner }) => [id, manner?.mark])
      expect(await brief()).toEqual([
        ['c1-1', ''],
        ['c2-1', 'Too fast'],
      ])
      await store.change('p1', set('c1-1', { mark: null }))
      expect(await brief()).toEqual([['c2-1', 'Too fast']])
      await store.undo('p1')
      expect(await brief()).toHaveLength(2)
    })
  })

  describe(`${name} changes documents`, () => {
    test('each change is one revision, and answers with the project', async () => {
      await importSample(store, 'p1')
      const changed = await store.change('p1', { kind: 'voice-cast', voice: 'espeak:de' })
      expect(changed).toMatchObject({ voice: 'espeak:de', revision: 1 })
      expect(await store.read('p1')).toEqual(changed)
      await store.change('p1', edit('c1-1', 'Other.'))
      const takes = [{ segmentId: 'c1-1', takeId: 'take' }]
      const pinned = await store.change('p1', { kind: 'takes-pinned', takes })
      expect(pinned.revision).toBe(3)
      expect(await store.segmentsById('p1', ['c1-1'])).toMatchObject([
        { text: 'Other.', spoken: [{ text: 'Other.' }], edited: true, pinnedTakeId: 'take' },
      ])
    })

    test('an edit brings its normalised words, or takes those away that were there', async () => {
      await importSample(store, 'p1')
      const normalised = { spoken: [{ text: 'number five' }], map: [[0, 0]] as [number, number][] }
      const normalisedOf = async () => (await store.segmentsById('p1', ['c1-1']))[0]?.normalised
      const first = await normalisedOf()
      expect(first).toBeDefined()
      await store.change('p1', edit('c1-1', 'Other.'))
      expect(await normalisedOf()).toBeUndefined()
      await store.change('p1', { ...edit('c1-1', 'No. 5'), normalised } as ProjectChange)
      expect(await normalisedOf()).toEqual(normalised)
      await store.undo('p1')
      expect(await normalisedOf()).toBeUndefined()
      await store.undo('p1')
      expect(await normalisedOf()).toEqual(first)
    })

    test('what a book is called, by whom and with which cover is undone like any change', async () => {
      const { title, authors, cover } = await importSample(store, 'p1')
      const key = 'c'.repeat(64)
      const picture = { key, mediaType: 'image/jpeg', bytes: new Uint8Array([255, 216, 1]) }
      await store.keepPicture('p1', picture)
      await store.keepPicture('p1', picture)
      const described = { mediaType: 'image/jpeg' as const, picture: key, thumbnail: null }
      const change = { kind: 'book-described', title: 'Mine', authors: ['Me'], cover: described }
      const changed = await store.change('p1', change as ProjectChange)
      expect(changed).toMatchObject({
        ...{ title: 'Mine', authors: ['Me'], revision: 1 },
        cover: { mediaType: 'image/jpeg', address: `/media/cover/p1/${key}` },
      })
      expect(changed.cover).not.toHaveProperty('thumbnail')
      expect(shown(await store.cover('p1'))).toEqual({
        mediaType: 'image/jpeg',
        bytes: [255, 216, 1],
      })
      expect(shown(await store.picture('p1', null))?.mediaType).toBe('image/png')
      const bare: ProjectChange = {
        ...(change as ProjectChange & { kind: 'book-described' }),
        cover: null,
      }
      await store.change('p1', bare)
      expect(await store.cover('p1')).toBeNull()
      await store.undo('p1')
      expect(shown(await store.cover('p1'))?.bytes).toEqual([255, 216, 1])
      await store.undo('p1')
      expect(await store.read('p1')).toMatchObject({ title, authors, cover })
      expect(shown(await store.cover('p1'))?.mediaType).toBe('image/png')
      await store.redo('p1')
      expect((await store.list())[0]?.project).toMatchObject({ title: 'Mine', authors: ['Me'] })
    })

    test('what is heard stays as it is until the studio says otherwise', async () => {
      await importSample(store, 'p1')
      await store.setTakes('p1', [
        { segmentId: 'c1-1', takeId: 't1', state: 'ready', durationSeconds: 1, flagged: false },
      ])
      await store.change('p1', edit('c1-1', 'Other.'))
      expect(await store.segmentsById('p1', ['c1-1'])).toMatchObject([{ takeId: 't1' }])
      expect((await store.progress('p1'))[0]).toMatchObject({ ready: 1 })
    })

    test('another voice is allowed and forbidden again, and undone like any change', async () => {
      await importSample(store, 'p1')
      const change = { kind: 'fallback-allowed', voice: 'flite:slt' } as const
      expect(await store.change('p1', change)).toMatchObject({ fallbackVoice: 'flite:slt' })
      expect((await store.list())[0]?.project.fallbackVoice).toBe('flite:slt')
      const undone = await store.undo('p1')
      expect(undone?.applied).toEqual({ kind: 'fallback-allowed', voice: null })
      expect(await store.read('p1')).toMatchObject({ fallbackVoice: null })
    })

    test('a sound that was shaped is undone and redone like any change', async () => {
      const { sound } = await importSample(store, 'p1')
      const { audible } = soundPresets
      const change = { kind: 'sound-shaped', sound: audible } as const
      expect(await store.change('p1', change)).toMatchObject({ sound: audible, revision: 1 })
      expect((await store.list())[0]?.project.sound).toEqual(audible)
      expect((await store.undo('p1'))?.applied).toEqual({ kind: 'sound-shaped', sound })
      expect((await store.read('p1')).sound).toEqual(sound)
      expect((await store.redo('p1'))?.project.sound).toEqual(audible)
    })

    test('gains of chapters are shaped with the sound, as one change, and travel with them', async () => {
      const { sound } = await importSample(store, 'p1')
      const gains = [
        { chapterId: 'c1', gainDb: 1.5 },
        { chapterId: 'c2', gainDb: -0.3 },
      ]
      const change = { kind: 'sound-shaped', sound: soundPresets.audible, gains } as const
      const gainsNow = async () => (await store.read('p1')).chapters.map(({ gainDb }) => gainDb)
      expect((await store.change('p1', change)).revision).toBe(1)
      expect((await gainsNow()).slice(0, 2)).toEqual([1.5, -0.3])
      const { chapters } = await store.read('p1')
      const moved = arrangementOf(chapters).toReversed()
      await store.change('p1', { kind: 'chapters-arranged', chapters: moved, notePlace: 'apart' })
      expect((await gainsNow()).slice(-2)).toEqual([-0.3, 1.5])
      await store.undo('p1')
      expect((await store.undo('p1'))?.applied).toEqual({
        ...{ kind: 'sound-shaped', sound },
        gains: gains.map(({ chapterId }) => ({ chapterId, gainDb: 0 })),
      })
      expect((await gainsNow())[0]).toBeUndefined()
      const unknown = { ...change, gains: [{ chapterId: 'c99', gainDb: 1 }] }
      await expect(store.change('p1', unknown)).rejects.toThrow(notFound('chapter'))
    })

    test('a recipe that failed is remembered at its segment, and is no change', async () => {
      await importSample(store, 'p1')
      const recipe = 'f'.repeat(64)
      await store.setFallbackOf('p1', 'c1-1', recipe)
      await store.setFallbackOf('p1', 'c9-9', recipe)
      expect(await store.segmentsById('p1', ['c1-0', 'c1-1'])).toMatchObject([
        { fallbackOf: null },
        { fallbackOf: recipe },
      ])
      expect(await store.history('p1')).toEqual({ canUndo: false, canRedo: false })
      expect(await store.read('p1')).toMatchObject({ revision: 0 })
    })

    test('undo and redo answer with what was applied', async () => {
      await importSample(store, 'p1')
      expect(await store.undo('p1')).toBeNull()
      expect(await store.redo('p1')).toBeNull()
      await store.change('p1', { kind: 'voice-cast', voice: 'espeak:de' })
      expect(await store.history('p1')).toEqual({ canUndo: true, canRedo: false })
      expect(await store.undo('p1')).toMatchObject({
        project: { voice: 'espeak:gmw/en-US', revision: 2 },
        applied: { kind: 'voice-cast', voice: 'espeak:gmw/en-US' },
      })
      expect(await store.history('p1')).toEqual({ canUndo: false, canRedo: true })
      expect(await store.redo('p1')).toMatchObject({
        project: { voice: 'espeak:de', revision: 3 },
        applied: { kind: 'voice-cast', voice: 'espeak:de' },
      })
    })

    test('what one job pinned in a row is undone and redone as one', async () => {
      await importSample(store, 'p1')
      const pin = (segmentId: string, takeId: string, jobId?: string) =>
        store.change('p1', {
          kind: 'takes-pinned',
          takes: [{ segmentId, takeId }],
          ...(jobId === undefined ? {} : { jobId }),
        })
      const pins = async () =>
        (await store.segmentsById('p1', ['c1-0', 'c1-1', 'c1-2'])).map((row) => row.pinnedTakeId)
      await pin('c1-0', 'alone')
      await pin('c1-0', 'a', 'one')
      await pin('c1-1', 'b', 'one')
      await store.change('p1', edit('c1-1', 'Other.'))
      await pin('c1-2', 'c', 'one')
      await pin('c1-2', 'd', 'two')
      await pin('c1-0', 'e', 'two')
      expect(await pins()).toEqual(['e', 'b', 'd'])
      const undone = await store.undo('p1')
      expect(await pins()).toEqual(['a', 'b', 'c'])
      expect(undone?.applied).toMatchObject({
        takes: expect.arrayContaining([
          { segmentId: 'c1-0', takeId: 'a' },
          { segmentId: 'c1-2', takeId: 'c' },
        ]),
      })
      await store.undo('p1')
      expect(await pins()).toEqual(['a', 'b', null])
      await store.undo('p1')
      expect(await store.segmentsById('p1', ['c1-1'])).toMatchObject([{ edited: false }])
      await store.undo('p1')
      expect(await pins()).toEqual(['alone', null, null])
      await store.undo('p1')
      expect(await store.undo('p1')).toBeNull()
      for (let step = 0; step < 5; step++) expect(await store.redo('p1')).not.toBeNull()
      expect(await store.redo('p1')).toBeNull()
      expect(await pins()).toEqual(['e', 'b', 'd'])
    })

    test('a new change forgets what could be redone', async () => {
      await importSample(store, 'p1')
      await store.change('p1', edit('c1-1', 'One.'))
      await store.undo('p1')
      await store.change('p1', edit('c1-1', 'Two.'))
      expect(await store.history('p1')).toEqual({ canUndo: true, canRedo: false })
      await store.undo('p1')
      expect(await store.undo('p1')).toBeNull()
    })

    test('what changes nothing is no change', async () => {
      const project = await importSample(store, 'p1')
      const same = { kind: 'voice-cast', voice: project.voice } as const
      expect(await store.change('p1', same)).toEqual(project)
      expect(await store.history('p1')).toEqual({ canUndo: false, canRedo: false })
    })

    test('what names nothing is refused whole', async () => {
      await importSample(store, 'p1')
      const before = await documentOf(store, 'p1')
      const ticks = [
        { chapterId: 'c1', spoken: false },
        { chapterId: 'c99', spoken: false },
      ]
      const pins = [
        { segmentId: 'c1-1', takeId: 'take' },
        { segmentId: 'c9-9', takeId: 'take' },
      ]
      await expect(
        store.change('p1', { kind: 'chapters-ticked', chapters: ticks }),
      ).rejects.toThrow(notFound('chapter'))
      await expect(store.change('p1', { kind: 'takes-pinned', takes: pins })).rejects.toThrow(
        notFound('segment'),
      )
      await expect(store.change('p1', edit('c9-9', 'No.'))).rejects.toThrow(notFound('segment'))
      await expect(store.change('p9', edit('c1-1', 'No.'))).rejects.toThrow(notFound('project'))
      expect(await documentOf(store, 'p1')).toBe(before)
    })

    test('chapters are split, joined and moved with their rows, and their counts follow', async () => {
      const { chapters } = await importSample(store, 'p1', [4, 3, 2])
      await store.setTakes('p1', [
        {
          ...{ segmentId: 'c1-3', takeId: 't', state: 'ready' },
          ...{ durationSeconds: 2, flagged: true },
        },
      ])
      const [first, second, third] = arrangementOf(chapters)
      if (!first || !second || !third) throw new Error('three chapters')
      const arranged = await store.change('p1', {
        kind: 'chapters-arranged',
        notePlace: 'after-paragraph',
        chapters: [
          { ...third, title: 'Now the first' },
          { ...first, spans: [{ from: 0, count: 3 }] },
          { ...second, id: 'c4', words: 3, spans: [{ from: 3, count: 4 }] },
        ],
      })
      expect(arranged.notePlace).toBe('after-paragraph')
      const index = arranged.chapters.map((each) => [each.id, each.firstPosition, each.segments])
      expect(index).toEqual([
        ['c3', 0, 2],
        ['c1', 2, 3],
        ['c4', 5, 4],
      ])
      const rows = await store.segments('p1', 0, 100)
      expect(rows.map(({ id, chapterId }) => `${id} in ${chapterId}`).join(', ')).toBe(
        'c3-0 in c3, c3-1 in c3, c1-0 in c1, c1-1 in c1, c1-2 in c1, c1-3 in c4, c2-0 in c4, c2-1 in c4, c2-2 in c4',
      )
      const counted = (await store.progress('p1')).map((each) => [
        ...[each.chapterId, each.ready, each.flagged, each.readySeconds],
      ])
      expect(counted).toEqual([
        ['c3', 0, 0, 0],
        ['c1', 0, 0, 0],
        ['c4', 1, 1, 2],
      ])
      await store.undo('p1')
      expect((await store.read('p1')).chapters).toEqual(chapters)
      expect((await store.progress('p1'))[0]).toMatchObject({ chapterId: 'c1', ready: 1 })
    })

    test('an arrangement that loses a row, or has one twice, is refused whole', async () => {
      const { chapters } = await importSample(store, 'p1', [4, 3])
      const [first, second] = arrangementOf(chapters)
      if (!first || !second) throw new Error('two chapters')
      const wrong = [
        [first],
        [first, { ...second, spans: [{ from: 3, count: 4 }] }],
        [first, second, { ...second, id: 'c3' }],
      ]
      for (const each of wrong)
        await expect(
          store.change('p1', {
            ...{ kind: 'chapters-arranged', chapters: each, notePlace: 'apart' },
          }),
        ).rejects.toThrow('every row')
      expect((await store.read('p1')).chapters).toEqual(chapters)
    })

    test('a line left out says nothing, and what it would say is there when it is put back', async () => {
      await importSample(store, 'p1')
      const [before] = await store.segmentsById('p1', ['c1-1'])
      const leave = (leftOut: 'page-number' | null): ProjectChange => ({
        ...{ kind: 'lines-left-out', lines: [{ segmentId: 'c1-1', leftOut }] },
        chapters: [{ chapterId: 'c1', words: 5, characters: 50 }],
      })
      const changed = await store.change('p1', leave('page-number'))
      expect(changed.chapters[0]).toMatchObject({ words: 5, characters: 50 })
      const [after] = await store.leftOutAs('p1', 'page-number')
      expect(after).toMatchObject({ id: 'c1-1', text: before?.text, spoken: [], map: [] })
      expect(after).not.toHaveProperty('normalised')
      expect(await store.leftOutCounts('p1')).toEqual({ 'page-number': 1 })
      expect(await store.leftOutAs('p1', 'page-number', 0)).toEqual([])
      await store.change('p1', leave(null))
      expect(await store.segmentsById('p1', ['c1-1'])).toEqual([before])
      expect(await store.leftOutCounts('p1')).toEqual({})
    })

    test('an import ends with the takes that were chosen for the same lines before', async () => {
      const { project, segmentsOf } = sampleProject('p1', [3])
      await store.begin('p1')
      const [entry] = project.chapters
      if (entry) await store.addChapter('p1', { entry, segments: segmentsOf(1) })
      await store.finish(project, null, [{ segmentId: 'c1-1', takeId: 'chosen#2' }])
      const rows = await store.segments('p1', 0, 10)
      expect(rows.map(({ pinnedTakeId }) => pinnedTakeId)).toEqual([null, 'chosen#2', null])
      expect(await store.history('p1')).toEqual({ canUndo: false, canRedo: false })
    })

    test('notes are found with the segments whose marks lead to them', async () => {
      await importSample(store, 'p1', [6])
      const noted = await store.noted('p1')
      expect(noted.map(({ id, noteId, noteMarks }) => [id, noteId, noteMarks])).toEqual([
        ['c1-3', undefined, ['n1-4', '']],
        ['c1-4', 'n1-4', undefined],
      ])
    })

    test('undone one by one they give back the document byte for byte, redone the other end', async () => {
      const chapterIds = ['c1', 'c2', 'c3']
      const segmentIds = ['c1-0', 'c1-1', 'c2-3', 'c3-4']
      let count = 0
      await fc.assert(
        fc.asyncProperty(
          fc.array(anyChange(chapterIds, segmentIds, 11), { maxLength: 8 }),
          async (changes) => {
            const id = `p${++count}`
            await importSample(store, id, [2, 4, 5])
            const documents = [await documentOf(store, id)]
            for (const change of changes) {
              const { canUndo } = await store.history(id)
              const { revision } = await store.read(id)
              const changed = await store.change(id, change)
              if (changed.revision > revision) documents.push(await documentOf(store, id))
              else expect((await store.history(id)).canUndo).toBe(canUndo)
            }
            for (const document of documents.slice(0, -1).toReversed()) {
              expect(await store.undo(id)).not.toBeNull()
              expect(await documentOf(store, id)).toBe(document)
            }
            expect(await store.undo(id)).toBeNull()
            for (const document of documents.slice(1)) {
              expect(await store.redo(id)).not.toBeNull()
              expect(await documentOf(store, id)).toBe(document)
            }
            expect(await store.redo(id)).toBeNull()
          },
        ),
        { numRuns: 60, seed: 20_261_120 },
      )
    })

    test('of what one job has pinned and locked in several goes, as one step', async () => {
      await importSample(store, 'p1', [3, 2])
      const before = await documentOf(store, 'p1')
      const pinned = (segmentId: string, jobId: string): ProjectChange => ({
        kind: 'several',
        changes: [
          { kind: 'takes-pinned', takes: [{ segmentId, takeId: takeOf(1) }], jobId },
          { kind: 'segments-set', rows: [{ segmentId, set: { isLocked: true } }] },
        ],
      })
      await store.change('p1', pinned('c1-0', 'one'))
      await store.change('p1', pinned('c1-1', 'other'))
      await store.change('p1', pinned('c1-2', 'other'))
      const after = await documentOf(store, 'p1')
      const undone = await store.undo('p1')
      expect(undone?.applied).toMatchObject({ kind: 'several' })
      const locked = async () =>
        (await store.segments('p1', 0, 5)).flatMap(({ id, manner, pinnedTakeId }) =>
          manner?.isLocked && pinnedTakeId ? [id] : [],
        )
      expect(await locked()).toEqual(['c1-0'])
      await store.undo('p1')
      expect(await documentOf(store, 'p1')).toBe(before)
      await store.redo('p1')
      await store.redo('p1')
      expect(await documentOf(store, 'p1')).toBe(after)
      expect((await store.history('p1')).canRedo).toBe(false)
    })

    test('of an arrangement that is its own inverse, such as two rows in each other’s place', async () => {
      const { chapters, notePlace } = await importSample(store, 'p1', [3, 2])
      const before = await documentOf(store, 'p1')
      const swapped = arrangementOf(chapters).map((chapter, index) => ({
        ...chapter,
        ...(index === 0 && {
          spans: [
            { from: 1, count: 1 },
            { from: 0, count: 1 },
            { from: 2, count: 1 },
          ],
        }),
      }))
      const change: ProjectChange = { kind: 'chapters-arranged', chapters: swapped, notePlace }
      await store.change('p1', change)
      const ids = async () => (await store.segments('p1', 0, 3)).map(({ id }) => id)
      expect(await ids()).toEqual(['c1-1', 'c1-0', 'c1-2'])
      await store.undo('p1')
      expect(await documentOf(store, 'p1')).toBe(before)
      await store.redo('p1')
      expect(await ids()).toEqual(['c1-1', 'c1-0', 'c1-2'])
      const still = arrangementOf((await store.read('p1')).chapters)
      await store.change('p1', { ...change, chapters: still })
      expect(await store.history('p1')).toEqual({ canUndo: true, canRedo: false })
      await store.undo('p1')
      expect((await store.history('p1')).canUndo).toBe(false)
    })

    test('also of rows that were taken out, put in and put in place of others', async () => {
      let count = 0
      await fc.assert(
        fc.asyncProperty(fc.array(fc.nat(), { minLength: 1, maxLength: 6 }), async (seeds) => {
          const id = `r${++count}`
          await importSample(store, id, [2, 0, 5])
          const documents = [await documentOf(store, id)]
          for (const [index, seed] of seeds.entries()) {
            const replaced = await anyReplacement(store, id, seed + index * 1000)
            await store.change(id, {
              kind: 'several',
              changes: [replaced, { kind: 'voice-cast', voice: `flite:v${seed + index * 7}` }],
            })
            documents.push(await documentOf(store, id))
            const { chapters } = await store.read(id)
            const rows = await store.segments(id, 0, 1000)
            expect(rows.map(({ position }) => position)).toEqual(rows.map((_, at) => at))
            for (const { id: chapterId, firstPosition, segments } of chapters)
              expect(
                rows
                  .slice(firstPosition, firstPosition + segments)
                  .every((row) => row.chapterId === chapterId),
              ).toBe(true)
          }
          for (const document of documents.slice(0, -1).toReversed()) {
            await store.undo(id)
            expect(await documentOf(store, id)).toBe(document)
          }
          for (const document of documents.slice(1)) {
            await store.redo(id)
            expect(await documentOf(store, id)).toBe(document)
          }
        }),
        { numRuns: 30, seed: 20_261_127 },
      )
    })
  })

  describe(`${name} remembers`, () => {
    const job = (id: string, startedAt: number, state: Job['state'] = 'running'): Job => ({
      id,
      kind: 'speech',
      state,
      projectId: 'p1',
      stage: 'speaking',
      done: 1,
      total: 2,
      failed: 0,
      etaSeconds: null,
      startedAt,
    })

    test('jobs that are open, oldest first, as they were saved last', async () => {
      await store.saveJob(job('j1', 3), '{"a":1}')
      await store.saveJob(job('j2', 1, 'paused'), '{"a":2}')
      await store.saveJob(job('j3', 2), '{"a":3}')
      await store.saveJob(job('j4', 4), '{"a":4}')
      await store.saveJob({ ...job('j1', 3), done: 2 }, '{"a":1}')
      await store.saveJob(job('j3', 2, 'done'), '{"a":3}')
      await store.forgetJob('j4')
      await store.forgetJob('nobody')
      expect(await store.openJobs()).toEqual([
        { job: job('j2', 1, 'paused'), request: '{"a":2}' },
        { job: { ...job('j1', 3), done: 2 }, request: '{"a":1}' },
      ])
    })

    test('facts by their key, the last one said', async () => {
      expect(await store.recall('voice/a')).toBeNull()
      await store.remember('voice/a', '-3.5')
      await store.remember('voice/a', '-4')
      await store.remember('voice/b', '0')
      expect(await store.recall('voice/a')).toBe('-4')
      await store.forget('voice/a')
      await store.forget('voice/none')
      expect(await store.recall('voice/a')).toBeNull()
      expect(await store.recall('voice/b')).toBe('0')
    })
  })
}
