// What an export would come to, told before it is begun, beside what it then comes to.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import type { CommandArgs, Cue, LibrarySound } from '../../../src/contract/index.ts'
import type { BookReader } from '../../../src/core/ports/books.ts'
import { systemClock } from '../../../src/io/clock.ts'
import { withOpenBook } from '../../fixtures/open-book.ts'
import { readerOf, readerOfChapters, studioPorts } from '../../fixtures/studio-ports.ts'

type Wish = Omit<CommandArgs<'export.estimate'>, 'projectId'>

const reader = readerOf([['One.', 'Two.', 'Three.'], ['Four.'], ['Five.', 'Six.']])

/** Chapters with a heading and so many paragraphs. */
const headed = (paragraphs: readonly number[]) =>
  readerOfChapters(
    paragraphs.map((count, index) => ({
      ...{ title: `Number ${index}`, level: 1, matter: 'body', spoken: true },
      blocks: [
        { kind: 'heading', level: 1, text: `Number ${index}` },
        ...Array.from({ length: count }, (_, at) => ({
          kind: 'paragraph' as const,
          text: `Paragraph ${at} of ${index}.`,
        })),
      ],
    })),
  )

it('comes near to what is written, pauses with it', async () => {
  const home = mkdtempSync(join(tmpdir(), 'lectern-estimate-'))
  await withOpenBook(studioPorts(systemClock, { reader: headed([9, 1, 30]) }), async (book) => {
    const { call, end, narrate, projectId, studio } = book
    await narrate()
    const told = await call('export.estimate', { projectId, format: 'wav' })
    const ticket = studio.tickets.issue('target', join(home, 'book.wav'))
    const job = await end((await call('export.start', { projectId, ticket, format: 'wav' })).jobId)
    expect(told).toMatchObject({ chapters: 3, files: 1, missing: 0, missingChapters: 0 })
    const { durationSeconds = 0, bytes = 0 } = job.result ?? {}
    expect(Math.abs(told.seconds / durationSeconds - 1)).toBeLessThan(0.1)
    expect(Math.abs(told.bytes / bytes - 1)).toBeLessThan(0.1)
  })
  rmSync(home, { recursive: true })
})

it('follows format, rate, parts and chapters', async () => {
  await withOpenBook(studioPorts(systemClock, { reader }), async ({ call, narrate, projectId }) => {
    await narrate()
    const estimate = (wish: Wish) => call('export.estimate', { projectId, ...wish })
    const m4b = await estimate({ format: 'm4b' })
    expect((await estimate({ format: 'm4b', kilobits: 128 })).bytes).toBeCloseTo(m4b.bytes * 2)
    const best = await estimate({ format: 'mp3', quality: 0 })
    expect((await estimate({ format: 'mp3', quality: 9 })).bytes).toBeLessThan(best.bytes / 2)
    const acx = await estimate({ format: 'mp3', acx: true })
    expect(await estimate({ format: 'mp3', acx: true, quality: 9 })).toEqual(acx)
    expect((await estimate({ format: 'flac' })).bytes).toBeGreaterThan(m4b.bytes)
    expect(await estimate({ format: 'mp3', split: { kind: 'chapters' } })).toMatchObject({
      files: 3,
    })
    expect(await estimate({ format: 'mp3', chapterIds: ['c2'] })).toMatchObject({ chapters: 1 })
  })
})

it('counts what is not spoken, and leaves it out where a part will do', async () => {
  await withOpenBook(studioPorts(systemClock, { reader }), async ({ call, end, projectId }) => {
    const scope = { kind: 'chapters' as const, chapterIds: ['c1'] }
    await end((await call('speech.start', { projectId, scope })).jobId)
    const whole = await call('export.estimate', { projectId, format: 'm4b' })
    expect(whole).toMatchObject({ chapters: 3, missing: 3, missingChapters: 0 })
    const part = await call('export.estimate', { projectId, format: 'm4b', partial: true })
    expect(part).toMatchObject({ chapters: 1, missing: 3, missingChapters: 2 })
    expect(part.seconds).toBeLessThan(whole.seconds)
  })
})

it('says what players have trouble with, and not where parts help', async () => {
  const many = readerOf(Array.from({ length: 300 }, (_, index) => [`Number ${index}.`]))
  const { ports, options } = studioPorts(systemClock, { reader: many })
  await withOpenBook({ ports, options, logged: [] }, async ({ call, projectId }) => {
    const warnings = async (wish: Wish) =>
      (await call('export.estimate', { projectId, ...wish })).warnings
    expect(await warnings({ format: 'm4b' })).toEqual(['chapters-beyond-nero'])
    expect(await warnings({ format: 'mp3' })).toEqual(['chapters-nested'])
    expect(await warnings({ format: 'flac' })).toEqual([])
    expect(await warnings({ format: 'm4b', split: { kind: 'chapters' } })).toEqual([])
  })
  const long = readerOf([['word '.repeat(1_000_000)], ['word '.repeat(50_000)]])
  await withOpenBook(studioPorts(systemClock, { reader: long }), async ({ call, projectId }) => {
    const warnings = async (wish: Wish) =>
      (await call('export.estimate', { projectId, ...wish })).warnings
    expect(await warnings({ format: 'wav' })).toEqual(['beyond-4-gb'])
    expect(await warnings({ format: 'mp3' })).toEqual(['beyond-2-gb'])
    expect(await warnings({ format: 'opus' })).toEqual([])
  })
})

it('says that a rate is lowered to what the format holds at the sample rate of the book', async () => {
  await withOpenBook(studioPorts(systemClock, { reader }), async ({ call, narrate, projectId }) => {
    await narrate()
    const estimate = (wish: Wish) => call('export.estimate', { projectId, ...wish })
    const told = await estimate({ format: 'mp3', kilobits: 320 })
    expect(told).toMatchObject({ kilobits: 160, warnings: ['rate-lowered'] })
    expect(told.bytes).toBe((await estimate({ format: 'mp3', kilobits: 160 })).bytes)
    expect(await estimate({ format: 'm4b', kilobits: 200 })).toMatchObject({ kilobits: 144 })
    expect(await estimate({ format: 'm4b', kilobits: 144 })).toMatchObject({ warnings: [] })
    // At 44.1 kHz there is room for it.
    expect(await estimate({ format: 'mp3', acx: true })).toMatchObject({
      ...{ kilobits: 192, warnings: [] },
    })
    expect((await estimate({ format: 'mp3', quality: 2 })).kilobits).toBeNull()
  })
})

it.each([
  ['image/webp', ['cover-left-out']],
  ['image/png', []],
] as const)('tells of a cover that is %s: %j', async (mediaType, warnings) => {
  const covered: BookReader = {
    async *read(path, ...rest) {
      for await (const event of reader.read(path, ...rest)) {
        if (event.kind === 'end') yield { kind: 'cover', mediaType, bytes: new Uint8Array(8) }
        yield event
      }
    },
  }
  await withOpenBook(studioPorts(systemClock, { reader: covered }), async ({ call, projectId }) => {
    const told = async (wish: Wish) =>
      (await call('export.estimate', { projectId, ...wish })).warnings
    expect(await told({ format: 'm4b' })).toEqual(warnings)
    expect(await told({ format: 'wav' })).toEqual([])
  })
})

it('is as much longer as music is heard alone', async () => {
  const sound: LibrarySound = {
    ...{ id: 'a'.repeat(64), name: 'Waves', licence: '', samples: 441_000, sampleRate: 44_100 },
    ...{ loudnessLufs: -20, truePeakDb: -3, bytes: 1, addedAt: 0 },
  }
  const given = studioPorts(systemClock, { reader })
  given.ports.sounds = { ...given.ports.sounds, list: async () => [sound] }
  await withOpenBook(given, async ({ call, rows, projectId }) => {
    const seconds = async () =>
      (await call('export.estimate', { projectId, format: 'm4b' })).seconds
    const before = await seconds()
    const cue = (id: string, place: Cue['place']): Cue => ({
      ...{ id, soundId: sound.id, name: 'Waves', place, gainDb: 0 },
      ...{ fadeInMs: 0, fadeOutMs: 0, fromMs: 1000, lengthMs: 3000, loop: false },
    })
    const segmentId = (await rows())[2]?.id ?? ''
    await call('project.placeMusic', {
      projectId,
      remove: [],
      put: [
        cue('at every beginning', { kind: 'intro', chapters: { kind: 'every' } }),
        cue('at the end', { kind: 'outro', chapters: { kind: 'book' } }),
        cue('between', { kind: 'after', segmentId }),
        cue('under', { kind: 'under', segmentId }),
        cue('beneath', { kind: 'bed', chapters: { kind: 'every' }, duckDb: 10 }),
      ],
    })
    expect((await seconds()) - before).toBeCloseTo(5 * 3)
  })
})
