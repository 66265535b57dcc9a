// Books as they stand in the library: described, copied, put away, removed and taken back.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { ProjectSummary } from '../../../src/contract/index.ts'
import { fail } from '../../../src/core/base/failure-error.ts'
import { openStudio } from '../../../src/core/studio/open-studio.ts'
import { wholeSeconds } from '../../../src/core/studio/document/summaries.ts'
import { systemClock } from '../../../src/io/clock.ts'
import { withOpenBook, type OpenBook } from '../../fixtures/open-book.ts'
import { plainPng } from '../../fixtures/small-book.ts'
import { callsOf } from '../../fixtures/studio-calls.ts'
import { longBook, quietCodecs, studioPorts, voiceOf } from '../../fixtures/studio-ports.ts'
import { createVirtualClock } from '../../fixtures/virtual-clock.ts'

let home: string
beforeEach(() => void (home = mkdtempSync(join(tmpdir(), 'lectern-shelf-'))))
afterEach(() => rmSync(home, { recursive: true, force: true }))

const small = { key: 'small', mediaType: 'image/jpeg', bytes: new Uint8Array([255, 216, 9]) }
const ports = () =>
  studioPorts(systemClock, {
    reader: longBook(3),
    codecs: { ...quietCodecs(), shrinkPicture: async () => small },
  })
const only = async ({ call }: Pick<OpenBook, 'call'>): Promise<ProjectSummary> => {
  const [book, ...more] = (await call('library.list', {})).projects
  if (!book || more.length > 0) throw new Error('there is not one book')
  return book
}
const refused = (code: string) =>
  expect.objectContaining({ failure: expect.objectContaining({ code }) })

describe('a book’s description', () => {
  const said = { title: ' Mine ', authors: ['Me', 'You'] }

  it('is changed, told to the library and to exports, and undone', () =>
    withOpenBook(ports(), async (book) => {
      const { call, projectId, studio } = book
      const before = await only(book)
      const told: string[] = []
      studio.on('library.changed', ({ project }) => told.push(project.title))
      const { revision } = await call('project.describe', { projectId, ...said })
      expect(told).toContain('Mine')
      expect(await only(book)).toMatchObject({ title: 'Mine', authors: ['Me', 'You'] })
      const tags = await call('export.tags', { projectId })
      expect(tags).toMatchObject({ title: 'Mine', authors: ['Me', 'You'] })
      expect(await call('project.undo', { projectId, revision })).toMatchObject({ taken: true })
      expect(await only(book)).toMatchObject({ title: before.title, authors: before.authors })
    }))

  it('is not undone by who undoes it after something else was changed', () =>
    withOpenBook(ports(), async (book) => {
      const { call, projectId } = book
      const { revision } = await call('project.describe', { projectId, ...said })
      await call('project.shapeSound', {
        projectId,
        sound: { ...(await call('project.open', { projectId })).project.sound, pace: 2 },
      })
      expect(await call('project.undo', { projectId, revision })).toMatchObject({
        ...{ taken: false, ended: null },
      })
      expect(await only(book)).toMatchObject({ title: 'Mine' })
    }))

  it('has a cover whose address names its content, made small, for exports too', () =>
    withOpenBook(ports(), async (book) => {
      const { call, projectId, studio } = book
      const bytes = plainPng(600, 900, [1, 2, 3])
      const path = join(home, 'cover.png')
      writeFileSync(path, bytes)
      const cover = studio.tickets.issue('book', path)
      await call('project.describe', { projectId, ...said, cover })
      const shown = (await only(book)).cover
      expect(shown?.address).toMatch(new RegExp(`^/media/cover/${projectId}/[0-9a-f]{64}$`))
      expect(shown?.thumbnail).toBe(`/media/cover/${projectId}/small`)
      expect(await studio.media(shown?.address ?? '')).toMatchObject({
        ...{ mediaType: 'image/png', immutable: true, parts: [{ bytes: new Uint8Array(bytes) }] },
      })
      expect(await studio.media(shown?.thumbnail ?? '')).toMatchObject({
        parts: [{ bytes: small.bytes }],
      })
      await call('project.describe', { projectId, ...said, cover: 'none' })
      expect((await only(book)).cover).toBeNull()
      await call('project.undo', { projectId })
      expect((await only(book)).cover).toEqual(shown)
      await call('project.undo', { projectId })
      expect((await only(book)).cover).toBeNull()
    }))

  it('takes no picture that is none, and changes nothing then', () =>
    withOpenBook(ports(), async (book) => {
      const { call, projectId, studio } = book
      const path = join(home, 'cover.png')
      writeFileSync(path, 'words')
      const cover = studio.tickets.issue('book', path)
      const wish = { projectId, ...said, cover }
      await expect(call('project.describe', wish)).rejects.toThrow(refused('not-a-picture'))
      expect((await only(book)).title).not.toBe('Mine')
      const untitled = { projectId, title: '  ', authors: [] }
      await expect(call('project.describe', untitled)).rejects.toThrow(refused('arguments-invalid'))
    }))
})

describe('a copy of a book', () => {
  it('is heard at once, goes its own way, and keeps its takes when the first one is gone', async () => {
    const test = ports()
    let copyId = ''
    await withOpenBook(test, async (book) => {
      const { call, projectId, narrate } = book
      await narrate()
      await call('project.archive', { projectId, archived: true })
      const first = await only(book)
      copyId = (await call('project.duplicate', { projectId, title: 'A Book (copy)' })).projectId
      const { projects } = await call('library.list', {})
      const copy = projects.find(({ id }) => id === copyId)
      expect(copy).toMatchObject({
        ...{ title: 'A Book (copy)', archived: false, ready: first.ready, bytes: first.bytes },
        ...{ segments: first.segments, seconds: first.seconds },
      })
      const { history } = await call('project.open', { projectId: copyId })
      expect(history).toEqual({ canUndo: false, canRedo: false })
      await call('project.describe', { projectId: copyId, title: 'Other', authors: [] })
      expect(projects.find(({ id }) => id === projectId)?.title).toBe('A Book')
      await call('project.remove', { projectId })
    })
    const studio = await openStudio(test.ports, test.options)
    const { call } = callsOf(studio)
    await call('cache.clear', {})
    const { rows } = await call('segment.list', { projectId: copyId, from: 0, count: 9 })
    expect(rows.map(({ status }) => status.state)).toEqual(Array(6).fill('ready'))
    await studio.close()
  })

  it('of a book that is not there is none', () =>
    withOpenBook(ports(), async ({ call }) => {
      const copying = call('project.duplicate', { projectId: 'nobody', title: 'A' })
      await expect(copying).rejects.toThrow(refused('not-found'))
      expect((await call('library.list', {})).projects).toHaveLength(1)
    }))
})

describe('a book that is put away', () => {
  it('is still whole, is told as such, and comes back', () =>
    withOpenBook(ports(), async (book) => {
      const { call, projectId, narrate } = book
      await call('project.archive', { projectId, archived: true })
      expect(await only(book)).toMatchObject({ archived: true })
      expect((await narrate()).state).toBe('done')
      await call('project.archive', { projectId, archived: false })
      expect(await only(book)).toMatchObject({ archived: false, ready: 6, seconds: 6, bytes: 600 })
    }))
})

describe('a book that is removed', () => {
  it('is gone at once, ends what is done for it, and comes back with all it had', async () => {
    const stuck = voiceOf(
      (_request, signal) =>
        new Promise((_resolve, reject) => {
          signal.addEventListener('abort', () => reject(signal.reason), { once: true })
        }),
    )
    const test = ports()
    test.ports.sources = { all: () => [stuck], onChange: () => () => {} }
    await withOpenBook(test, async (book) => {
      const { call, end, projectId, studio } = book
      const before = await only(book)
      const removed: string[] = []
      studio.on('library.removed', (it) => removed.push(it.projectId))
      const { jobId } = await call('speech.start', { projectId, scope: { kind: 'ticked' } })
      await call('project.remove', { projectId })
      expect((await end(jobId)).state).toBe('cancelled')
      expect(removed).toEqual([projectId])
      expect((await call('library.list', {})).projects).toEqual([])
      await expect(call('project.open', { projectId })).rejects.toThrow(refused('not-found'))
      await expect(call('project.remove', { projectId })).rejects.toThrow(refused('not-found'))
      await call('project.restore', { projectId })
      expect(await only(book)).toEqual(before)
    })
  })

  it('keeps its takes until the next start, and is gone for good then', async () => {
    const test = ports()
    let id = ''
    await withOpenBook(test, async ({ call, projectId, narrate }) => {
      id = projectId
      await narrate()
      await call('project.remove', { projectId })
      expect(await call('cache.clear', {})).toEqual({ freedBytes: 0 })
    })
    const studio = await openStudio(test.ports, test.options)
    const { call } = callsOf(studio)
    await expect(call('project.restore', { projectId: id })).rejects.toThrow(refused('not-found'))
    expect(await call('cache.clear', {})).toEqual({ freedBytes: 600 })
    await studio.close()
  })

  it('is dropped by a later start where an earlier one could not forget all of it', async () => {
    const test = ports()
    const { projects } = test.ports
    await withOpenBook(test, async ({ call, projectId, rows }) => {
      const segmentId = (await rows())[0]?.id ?? ''
      const place = { segmentId, position: 0, panel: 'sound', rate: 1 }
      await call('place.keep', { projectId, place })
      await call('project.remove', { projectId })
    })
    const start = async (forget: typeof projects.forget) => {
      const given = { ...test.ports, projects: { ...projects, forget } }
      await (await openStudio(given, test.options)).close()
    }
    await start(() => Promise.reject(fail('disk-full', { folder: home })))
    const [projectId = ''] = await projects.setAsideBefore(Infinity)
    expect(await projects.recall(`place/${projectId}`)).not.toBeNull()
    await start(projects.forget)
    expect(await projects.recall(`place/${projectId}`)).toBeNull()
    expect(await projects.setAsideBefore(Infinity)).toEqual([])
  })

  it('is gone for good after a day where there is no next start', async () => {
    const clock = createVirtualClock()
    const test = studioPorts(clock, { reader: longBook(2) })
    const { projects } = test.ports
    await withOpenBook(test, async ({ call, projectId }) => {
      await call('project.remove', { projectId })
      await clock.advance(23 * 3_600_000)
      expect(await projects.setAsideBefore(Infinity)).toEqual([projectId])
      await clock.advance(2 * 3_600_000)
      expect(await projects.setAsideBefore(Infinity)).toEqual([])
    })
  })
})

describe('how long a book will be', () => {
  const book = { segments: 100, ready: 0, readySeconds: 0, characters: 15_000 }

  it('is told from its text before any of it is spoken', () =>
    expect(wholeSeconds(book)).toBe(1000))

  it('is told from what is spoken as soon as that says something, and exactly at the end', () => {
    expect(wholeSeconds({ ...book, ready: 10, readySeconds: 50 })).toBe(950)
    expect(wholeSeconds({ ...book, ready: 50, readySeconds: 600 })).toBe(1200)
    expect(wholeSeconds({ ...book, ready: 100, readySeconds: 1234 })).toBe(1234)
    expect(wholeSeconds({ ...book, segments: 0, characters: 0 })).toBe(0)
  })
})
