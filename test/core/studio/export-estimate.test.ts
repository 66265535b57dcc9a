// What an export would come to, told before it is begun, beside what it then comes to.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import type { CommandArgs } from '../../../src/contract/index.ts'
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
