// A book's sound shaped anew: heard at once, undone, exported, and never spoken for.
import { describe, expect, it } from 'vitest'
import { soundPresets, type SoundSettings, type Stretch } from '../../../src/contract/index.ts'
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
const { standard, audible } = soundPresets

/** Codecs that keep what they were to encode. */
function keepingCodecs() {
  const codecs = quietCodecs()
  const encoded: Stretch[] = []
  const { encode } = codecs
  codecs.encode = (groups, ...rest) => {
    encoded.push(...groups)
    return encode(groups, ...rest)
  }
  return { codecs, encoded }
}

async function timelineOf({ call, projectId }: OpenBook) {
  const { project } = await call('project.open', { projectId })
  const chapterId = project.chapters[0]?.id ?? ''
  return call('chapter.timeline', { projectId, chapterId })
}
const shape = ({ call, projectId }: OpenBook, sound: SoundSettings) =>
  call('project.shapeSound', { projectId, sound })
const spoken = async ({ call }: OpenBook) =>
  (await call('performance.read', {})).samples.at(-1)?.speech.spoken

describe('the sound of a book', () => {
  it('is every book’s at first, and changes what is heard without speaking', async () => {
    await withOpenBook(studioPorts(systemClock, { reader }), async (book) => {
      await book.narrate()
      const { call, projectId } = book
      expect((await call('project.open', { projectId })).project.sound).toEqual(standard)
      const before = await timelineOf(book)
      const count = await spoken(book)
      await shape(book, { ...standard, pace: 2 })
      const slower = await timelineOf(book)
      expect(slower.complete).toBe(true)
      expect(slower.durationSeconds).toBeGreaterThan(before.durationSeconds)
      await shape(book, { ...standard, ceilingDb: -6 })
      const softer = await timelineOf(book)
      expect(softer.durationSeconds).toBe(before.durationSeconds)
      const addresses = ({ spans }: typeof before) => spans.map(({ address }) => address)
      for (const [i, address] of addresses(softer).entries())
        expect(address).not.toBe(addresses(before)[i])
      expect(await spoken(book)).toBe(count)
      await call('project.undo', { projectId })
      await call('project.undo', { projectId })
      expect(await timelineOf(book)).toEqual(before)
    })
  })

  it('goes into an export at its own rate, and for Opus at one that it knows', async () => {
    const { codecs, encoded } = keepingCodecs()
    await withOpenBook(studioPorts(systemClock, { reader, codecs }), async (book) => {
      await book.narrate()
      await shape(book, audible)
      const { call, end, studio, projectId } = book
      for (const format of ['mp3', 'm4b', 'opus'] as const) {
        encoded.length = 0
        const ticket = studio.tickets.issue('target', `/books/${format}/A Book.${format}`)
        await end((await call('export.start', { projectId, ticket, format })).jobId)
        expect(encoded.length).toBeGreaterThan(0)
        for (const { sampleRate, chain, clips } of encoded) {
          expect(sampleRate).toBe(format === 'opus' ? 48_000 : 44_100)
          expect(chain.ceilingDb).toBe(audible.ceilingDb)
          expect(clips.some(({ source }) => source.kind === 'room-tone')).toBe(true)
        }
      }
    })
  })

  it('asks no voice how loud it is whose gain an older Lectern remembers, or that nobody levels', async () => {
    let spokenTimes = 0
    const speak = async () => ({ file: `spoken-${spokenTimes++}` })
    const { codecs, encoded } = keepingCodecs()
    const given = { reader, codecs, sources: sourcesOf(voiceOf(speak)) }
    const test = studioPorts(systemClock, given)
    await test.ports.projects.remember('voice-level/1/plain@1/espeak:plain', '3')
    await withOpenBook(test, async (book) => {
      await book.narrate()
      const { call, end, studio, projectId } = book
      const gains = async () => {
        encoded.length = 0
        const ticket = studio.tickets.issue('target', '/books/A Book.m4b')
        await end((await call('export.start', { projectId, ticket, format: 'm4b' })).jobId)
        const clips = encoded.flatMap((group) => group.clips)
        return new Set(
          clips.flatMap(({ source, gainDb }) => (source.kind === 'take' ? gainDb : [])),
        )
      }
      expect(await gains()).toEqual(new Set([3]))
      await shape(book, { ...standard, loudnessLufs: -16 })
      expect(await gains()).toEqual(new Set([6]))
      await shape(book, soundPresets.untouched)
      expect(await gains()).toEqual(new Set([0]))
      expect(spokenTimes).toBe(3)
    })
  })

  it('is refused where a value is out of its range', async () => {
    await withOpenBook(studioPorts(systemClock, { reader }), async (book) => {
      await expect(shape(book, { ...standard, ceilingDb: 3 })).rejects.toThrow()
      await expect(shape(book, { ...standard, pace: 0 })).rejects.toThrow()
    })
  })
})
