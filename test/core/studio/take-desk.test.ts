// The takes of a segment at the desk: what they are trimmed by, what a lock is on, how long the pause behind is.
import { describe, expect, it } from 'vitest'
import { soundPresets } from '../../../src/contract/index.ts'
import { systemClock } from '../../../src/io/clock.ts'
import { withOpenBook, type OpenBook } from '../../fixtures/open-book.ts'
import {
  quietCodecs,
  readerOf,
  sourcesOf,
  studioPorts,
  voiceOf,
} from '../../fixtures/studio-ports.ts'

const reader = readerOf([['One.', 'Two.'], ['Three.']])
const { pauses } = soundPresets.standard

/** Takes of a second, of which 0.2 to 0.9 seconds sound; their waveform rises from silence to full scale. */
function unevenCodecs() {
  const codecs = quietCodecs()
  const { prepare } = codecs
  codecs.prepare = async (...args) => {
    const made = await prepare(...args)
    const analysis = { ...made.analysis, soundStart: 4800, soundEnd: 21_600 }
    const peaks = new Uint8Array(200)
    for (let pair = 0; pair < 100; pair += 1) peaks[pair * 2 + 1] = pair
    return { ...made, analysis, peaks }
  }
  return codecs
}

async function withBook(work: (book: OpenBook, asked: string[]) => Promise<void>) {
  const asked: string[] = []
  const voice = voiceOf(async ({ spoken }) => {
    asked.push(spoken.map((part) => ('text' in part ? part.text : '')).join(''))
    return { file: `sound-${asked.length}` }
  })
  const ports = studioPorts(systemClock, {
    ...{ reader, codecs: unevenCodecs(), sources: sourcesOf(voice) },
  })
  await withOpenBook(ports, async (book) => {
    await book.narrate()
    await work(book, asked)
  })
}
const idAt = async (book: OpenBook, at: number) => (await book.rows())[at]?.id ?? ''

describe('the takes of a segment', () => {
  it('are trimmed by a fine waveform and by what is heard where nobody has cut', async () => {
    await withBook(async (book) => {
      const { call, projectId } = book
      const segmentId = await idAt(book, 0)
      const { takes } = await call('take.list', { projectId, segmentId })
      const takeId = takes[0]?.id ?? ''
      const shape = await call('take.peaks', { takeId })
      expect(shape.peaksPerSecond).toBe(100)
      expect(shape.durationSeconds).toBe(1)
      expect(shape.peaks).toHaveLength(100)
      expect(shape.peaks.slice(0, 2)).toEqual([0, 1])
      expect(shape.peaks[99]).toBe(77)
      expect(shape.found.startSeconds).toBeCloseTo(0.16)
      expect(shape.found.endSeconds).toBeCloseTo(0.94)
      // What was found and what is set by hand are heard the same.
      const found = await call('take.hear', { projectId, segmentId, takeId })
      const target = { kind: 'segments' as const, segmentIds: [segmentId] }
      await call('segment.set', { projectId, target, set: { cut: { takeId, ...shape.found } } })
      expect(await call('take.hear', { projectId, segmentId, takeId })).toEqual(found)
    })
  })

  it('fail with not-found where there is none', async () => {
    await withBook(async ({ call }) => {
      await expect(call('take.peaks', { takeId: `${'0'.repeat(64)}.1` })).rejects.toMatchObject({
        failure: { code: 'not-found' },
      })
    })
  })

  it('know the pause that the book makes behind the segment, whatever it has of its own', async () => {
    await withBook(async (book) => {
      const { call, projectId } = book
      const pauseAt = async (at: number) =>
        (await call('take.list', { projectId, segmentId: await idAt(book, at) })).bookPauseMs
      expect(await pauseAt(0)).toBe(pauses.paragraph)
      expect(await pauseAt(1)).toBe(pauses.chapterEnd)
      const target = { kind: 'segments' as const, segmentIds: [await idAt(book, 0)] }
      await call('segment.set', { projectId, target, set: { pauseMs: 3000 } })
      expect(await pauseAt(0)).toBe(pauses.paragraph)
    })
  })
})

describe('a lock', () => {
  it('keeps what is heard, though nobody has chosen it, and gives it free again', async () => {
    await withBook(async (book, asked) => {
      const { call, projectId } = book
      const segmentId = await idAt(book, 0)
      const target = { kind: 'segments' as const, segmentIds: [segmentId] }
      const before = (await book.rows())[0]?.status
      await call('segment.set', { projectId, target, set: { isLocked: true } })
      await call('segment.edit', { projectId, segmentId, text: 'Another one.' })
      expect((await book.rows())[0]).toMatchObject({ text: 'Another one.', status: before })
      await book.narrate()
      expect(asked).toHaveLength(3)
      await call('segment.set', { projectId, target, set: { isLocked: false } })
      expect((await book.rows())[0]?.status.state).toBe('stale')
      await call('project.undo', { projectId })
      expect((await book.rows())[0]?.status).toEqual(before)
    })
  })
})
