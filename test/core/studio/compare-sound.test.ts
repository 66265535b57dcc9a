// A passage with the book's sound and without it: the same moments, and nothing spoken that is there.
import { describe, expect, it } from 'vitest'
import { soundPresets, type Stretch } from '../../../src/contract/index.ts'
import { systemClock } from '../../../src/io/clock.ts'
import { withOpenBook, type OpenBook } from '../../fixtures/open-book.ts'
import {
  quietCodecs,
  readerOf,
  sourcesOf,
  studioPorts,
  voiceOf,
} from '../../fixtures/studio-ports.ts'

const lines = Array.from({ length: 30 }, (_, index) => `Line ${index}.`)
const reader = readerOf([['One.', 'Two.', 'Three.'], lines])

/** Codecs that keep what is listened to. */
function listening() {
  const codecs = quietCodecs()
  const heard: Stretch[] = []
  const { renderPreview } = codecs
  codecs.renderPreview = (stretch, ...rest) => {
    heard.push(stretch)
    return renderPreview(stretch, ...rest)
  }
  return { codecs, heard }
}
async function compare(book: OpenBook, row: number) {
  const segmentId = (await book.rows())[row]?.id ?? ''
  const args = { projectId: book.projectId, segmentId }
  return { segmentId, passage: await book.call('sound.compare', args) }
}
const takesOf = ({ clips }: Stretch) => clips.filter(({ source }) => source.kind === 'take')

describe('a passage for comparing', () => {
  it('is as long with the book’s sound as without, and has the same moments', async () => {
    const { codecs, heard } = listening()
    await withOpenBook(studioPorts(systemClock, { reader, codecs }), async (book) => {
      await book.narrate()
      const { call, projectId } = book
      const sound = { ...soundPresets.audible, pace: 1.5 }
      await call('project.shapeSound', { projectId, sound })
      await call('chapter.level', { projectId, chapterId: 'c1', gainDb: 2 })
      const { segmentId, passage } = await compare(book, 1)
      expect(passage.segmentId).toBe(segmentId)
      expect(passage.shaped).not.toBe(passage.untouched)
      expect(passage.shaped).toContain(heard[0]?.key)
      const [shaped, untouched] = heard as [Stretch, Stretch]
      expect(untouched.samples).toBe(shaped.samples)
      expect(shaped.samples / shaped.sampleRate).toBe(passage.durationSeconds)
      expect(takesOf(untouched).map(({ at, length }) => [at, length])).toEqual(
        takesOf(shaped).map(({ at, length }) => [at, length]),
      )
      expect(untouched.chain).toEqual({ ceilingDb: 0, compression: null, highPassHz: null })
      for (const { gainDb, makeUpDb } of takesOf(untouched))
        expect([gainDb, makeUpDb]).toEqual([0, 0])
      for (const { makeUpDb } of takesOf(shaped)) expect(makeUpDb).toBeGreaterThanOrEqual(2)
      // From the second line to the end of the chapter, clips end to end.
      expect(takesOf(shaped)).toHaveLength(2)
      let at = 0
      for (const clip of shaped.clips) {
        expect(clip.at).toBe(at)
        at += clip.length
      }
      expect(at).toBe(shaped.samples)
    })
  })

  it('is about twenty seconds of a long chapter', async () => {
    await withOpenBook(studioPorts(systemClock, { reader }), async (book) => {
      await book.narrate()
      const { passage } = await compare(book, 5)
      expect(passage.durationSeconds).toBeGreaterThan(20)
      expect(passage.durationSeconds).toBeLessThan(25)
    })
  })

  it('is one sound where the voices are left untouched', async () => {
    await withOpenBook(studioPorts(systemClock, { reader }), async (book) => {
      await book.narrate()
      const { call, projectId } = book
      await call('project.shapeSound', { projectId, sound: soundPresets.untouched })
      const { passage } = await compare(book, 0)
      expect(passage.shaped).toBe(passage.untouched)
    })
  })

  it('speaks one line where nothing is spoken yet, and no more', async () => {
    let spoken = 0
    const sources = sourcesOf(voiceOf(async () => ({ file: `spoken-${spoken++}` })))
    await withOpenBook(studioPorts(systemClock, { reader, sources }), async (book) => {
      const { call, projectId } = book
      await call('project.shapeSound', { projectId, sound: soundPresets.untouched })
      const { passage, segmentId } = await compare(book, 1)
      expect(passage.segmentId).toBe(segmentId)
      expect(spoken).toBe(1)
      // From an unspoken line on, the next spoken one is heard.
      const before = (await book.rows())[0]?.id ?? ''
      const next = await call('sound.compare', { projectId, segmentId: before })
      expect(next.segmentId).toBe(segmentId)
      expect(spoken).toBe(1)
    })
  })
})
