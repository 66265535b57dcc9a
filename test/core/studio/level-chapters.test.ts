// A chapter's gain: set by hand or by what its takes measure, heard in that chapter alone, and undone.
import { describe, expect, it } from 'vitest'
import { soundPresets } from '../../../src/contract/index.ts'
import { systemClock } from '../../../src/io/clock.ts'
import { withOpenBook, type OpenBook } from '../../fixtures/open-book.ts'
import { quietCodecs, readerOf, studioPorts } from '../../fixtures/studio-ports.ts'

const reader = readerOf([['One.', 'Two.'], ['Three.'], ['Four.']])

async function chaptersOf({ call, projectId }: OpenBook) {
  return (await call('project.open', { projectId })).project.chapters
}
const gainsOf = async (book: OpenBook) => (await chaptersOf(book)).map(({ gainDb }) => gainDb)
async function addressesOf({ call, projectId, ...book }: OpenBook) {
  const chapters = await chaptersOf({ call, projectId, ...book })
  const timelines = await Promise.all(
    chapters.map(({ id }) => call('chapter.timeline', { projectId, chapterId: id })),
  )
  return timelines.map(({ spans }) => spans.map(({ address }) => address))
}

describe('a chapter’s gain', () => {
  it('is set by hand, changes what is heard of that chapter alone, and is undone', async () => {
    await withOpenBook(studioPorts(systemClock, { reader }), async (book) => {
      await book.narrate()
      const { call, projectId } = book
      const before = await addressesOf(book)
      const second = (await chaptersOf(book))[1]?.id ?? ''
      await call('chapter.level', { projectId, chapterId: second, gainDb: 2.5 })
      expect(await gainsOf(book)).toEqual([undefined, 2.5, undefined])
      const louder = await addressesOf(book)
      expect([louder[0], louder[2]]).toEqual([before[0], before[2]])
      expect(louder[1]).not.toEqual(before[1])
      await call('project.undo', { projectId })
      expect(await gainsOf(book)).toEqual([undefined, undefined, undefined])
      expect(await addressesOf(book)).toEqual(before)
      await call('project.redo', { projectId })
      expect(await addressesOf(book)).toEqual(louder)
    })
  })

  it('is refused beyond its range, and for a chapter that is not there', async () => {
    await withOpenBook(studioPorts(systemClock, { reader }), async ({ call, projectId }) => {
      for (const [chapterId, gainDb] of [
        ['c1', 40],
        ['c99', 1],
      ] as const)
        await expect(call('chapter.level', { projectId, chapterId, gainDb })).rejects.toThrow()
    })
  })

  it('is found by what the takes measure, all as one step, and left alone where it is right', async () => {
    const codecs = quietCodecs()
    const { prepare } = codecs
    // Takes of a second that are full of sound at -20 dB, but pauses make the book’s chapters softer.
    codecs.prepare = async (...asked) => {
      const take = await prepare(...asked)
      return {
        ...take,
        analysis: { ...take.analysis, loudnessLufs: -19, rmsDb: -20 },
        peaks: new Uint8Array(200).fill(40),
      }
    }
    await withOpenBook(studioPorts(systemClock, { reader, codecs }), async (book) => {
      const { call, projectId } = book
      expect(await call('project.levelChapters', { projectId })).toEqual({ levelled: 0 })
      await book.narrate()
      // One second of sound in two and a half of pauses: -25.4 dB, to be -22 dB at least.
      expect(await call('project.levelChapters', { projectId })).toEqual({ levelled: 3 })
      const gains = await gainsOf(book)
      for (const gainDb of gains) expect(gainDb).toBeGreaterThan(2)
      expect(await call('project.levelChapters', { projectId })).toEqual({ levelled: 0 })
      await call('project.undo', { projectId })
      expect(await gainsOf(book)).toEqual([undefined, undefined, undefined])
      await call('project.shapeSound', { projectId, sound: soundPresets.untouched })
      expect(await call('project.levelChapters', { projectId })).toEqual({ levelled: 0 })
    })
  })
})
