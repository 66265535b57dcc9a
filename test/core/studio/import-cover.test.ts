// Covers on their way in: made small once, never at the cost of the book; and a disk that is full.
import { describe, expect, it } from 'vitest'
import type { BookReader } from '../../../src/core/ports/books.ts'
import { fail } from '../../../src/core/base/failure-error.ts'
import { openStudio } from '../../../src/core/studio/open-studio.ts'
import { systemClock } from '../../../src/io/clock.ts'
import { createMemoryStores } from '../../fixtures/memory-stores.ts'
import { withOpenBook } from '../../fixtures/open-book.ts'
import { plainPng } from '../../fixtures/small-book.ts'
import { callsOf } from '../../fixtures/studio-calls.ts'
import { quietCodecs, readerOf, studioPorts } from '../../fixtures/studio-ports.ts'

const bytes = plainPng(600, 900, [1, 2, 3])
const cover = { mediaType: 'image/png' as const, bytes }
const thumbnail = { key: 'abc', mediaType: 'image/jpeg', bytes: new Uint8Array([1, 2]) }

const readerWith = (
  found: typeof cover | { mediaType: 'image/svg+xml'; bytes: Buffer },
): BookReader => ({
  async *read(path, signal) {
    for await (const event of readerOf([['One.']]).read(path, signal)) {
      yield event
      if (event.kind === 'header') yield { kind: 'cover', ...found }
    }
  },
})

/** A studio whose codecs make pictures small as `shrinkPicture` says. */
const studioWith = (
  shrinkPicture: ReturnType<typeof quietCodecs>['shrinkPicture'],
  reader = readerWith(cover),
) => studioPorts(systemClock, { reader, codecs: { ...quietCodecs(), shrinkPicture } })

describe('the small picture of a cover', () => {
  it('is made once and served under an address that names its content', async () => {
    const asked: unknown[] = []
    const test = studioWith(async (picture, limits) => {
      asked.push(picture, limits)
      return thumbnail
    })
    await withOpenBook(test, async ({ studio, call, projectId }) => {
      const { project } = await call('project.open', { projectId })
      const address = `/media/cover/${projectId}`
      expect(project.cover).toEqual({
        mediaType: 'image/png',
        address,
        thumbnail: `${address}/abc`,
      })
      expect((await call('library.list', {})).projects[0]?.cover).toEqual(project.cover)
      expect(asked).toEqual([cover, { width: 320, height: 480, maxPixels: 50_000_000 }])
      expect(await studio.media(`${address}/abc`)).toEqual({
        mediaType: 'image/jpeg',
        immutable: true,
        parts: [{ bytes: thumbnail.bytes }],
      })
      expect(await studio.media(`${address}/abd`)).toBeNull()
      expect(await studio.media(`${address}/abc/x`)).toBeNull()
      expect(await studio.media(`/media/cover/other/abc`)).toBeNull()
      expect(await studio.media(address)).toMatchObject({ parts: [{ bytes }] })
    })
  })

  it.each([
    ['one that fits or cannot be decoded', async () => null],
    ['a decoder that dies of it', () => Promise.reject(fail('codec-failed', { stage: 'shrink' }))],
  ])('is none for %s: the cover is shown as it came', async (_, shrink) => {
    await withOpenBook(studioWith(shrink), async ({ call, projectId }) => {
      const { project } = await call('project.open', { projectId })
      expect(project.cover).toEqual({
        mediaType: 'image/png',
        address: `/media/cover/${projectId}`,
      })
    })
  })

  it('is not even asked for where a picture is drawn by rule', async () => {
    const asked: unknown[] = []
    const reader = readerWith({ mediaType: 'image/svg+xml', bytes: Buffer.from('<svg/>') })
    const shrink = async (picture: unknown) => {
      asked.push(picture)
      return thumbnail
    }
    await withOpenBook(studioWith(shrink, reader), async ({ call, projectId }) => {
      const { project } = await call('project.open', { projectId })
      expect(project.cover).not.toHaveProperty('thumbnail')
    })
    expect(asked).toEqual([])
  })
})

describe('a disk that is full when the cover is written', () => {
  it.each([
    ['and lets the rest be taken back', false],
    ['and does not even let the rest be taken back', true],
  ])('%s ends the import with its sentence and leaves no book', async (_, isStuck) => {
    const stores = createMemoryStores(() => 0)
    const full = () => Promise.reject(fail('disk-full', { folder: 'library' }))
    const discarded: string[] = []
    const projects = {
      ...stores.projects,
      finish: full,
      async discard(projectId: string) {
        discarded.push(projectId)
        await (isStuck ? full() : stores.projects.discard(projectId))
      },
    }
    const reader = readerWith(cover)
    const codecs = { ...quietCodecs(), shrinkPicture: async () => thumbnail }
    const { ports, options } = studioPorts(systemClock, { reader, projects, codecs })
    const studio = await openStudio(ports, options)
    try {
      const { call, end } = callsOf(studio)
      let isFreed = false
      const ticket = ports.tickets.issue('book', 'book.epub', {
        release: async () => void (isFreed = true),
      })
      const job = await end((await call('book.import', { ticket })).jobId)
      expect(job).toMatchObject({
        state: 'failed',
        failure: { code: 'disk-full', params: { folder: 'library' } },
      })
      expect(job.projectId).toBeUndefined()
      expect((await call('library.list', {})).projects).toEqual([])
      expect(discarded).toHaveLength(1)
      expect(await studio.media(`/media/cover/${discarded[0]}`)).toBeNull()
      expect(await studio.media(`/media/cover/${discarded[0]}/abc`)).toBeNull()
      expect(isFreed).toBe(true)
    } finally {
      await studio.close()
    }
  })
})
