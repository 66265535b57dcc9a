// Books at 44.1 kHz, as shops want them: every format has each chapter in its place.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { exportFormatNames } from '../../../src/contract/index.ts'
import { encodingOf, joinsGroups, rateFor } from '../../../src/core/export/encoding-of.ts'
import { encodeSound, fileOf } from './encoded.ts'
import { hasTool, hear, lag, probe } from './reference-tools.ts'
import { syllables } from './sounds.ts'

const groupSamples = 100 * 1024
const tags = { title: 'A Book', authors: ['A. Author'], narrator: 'Eva', language: 'en' }

/** Three chapters of two groups each, with silence at every end as a plan leaves it. */
const chaptersAt = (rate: number) =>
  [1, 2, 3].map((chapter) =>
    [1, 2].map((group) => {
      const samples = syllables(groupSamples, rate, chapter * 10 + group)
      samples.fill(0, groupSamples - 4096)
      return samples
    }),
  )
const together = (groups: readonly Int16Array[]) =>
  Int16Array.from(groups.flatMap((samples) => [...samples]))

let folder: string
beforeAll(() => (folder = mkdtempSync(join(tmpdir(), 'lectern-rates-'))))
afterAll(() => rmSync(folder, { recursive: true }))

test('a codec is given the rate of the book, or one above that it knows', () => {
  expect(rateFor({ codec: 'mp3' }, 44_100)).toBe(44_100)
  expect(rateFor({ codec: 'opus' }, 44_100)).toBe(48_000)
  expect(rateFor({ codec: 'opus' }, 24_000)).toBe(24_000)
})

describe.skipIf(!hasTool('ffmpeg'))('at 44.1 kHz (needs ffmpeg)', () => {
  test.each([...exportFormatNames])('a %s has every chapter in its place', async (format) => {
    const encoding = encodingOf({ format })
    const rate = rateFor(encoding, 44_100)
    const chapters = chaptersAt(rate)
    const piecesOf = (groups: readonly Int16Array[]) =>
      joinsGroups(encoding) ? groups : [together(groups)]
    const { whole } = fileOf(format, {
      pieces: await Promise.all(
        chapters.flatMap(piecesOf).map((samples) => encodeSound(samples, rate, encoding)),
      ),
      chapters: chapters.map((groups, at) => ({
        ...{ title: `Chapter ${at + 1}`, pieces: piecesOf(groups).length },
      })),
      ...{ tags, cover: null },
    })
    const path = join(folder, `book.${format}`)
    writeFileSync(path, whole)
    const { samples: heard, complaints } = hear(path, rate)
    expect(complaints).toBe('')
    const starts = probe(path).chapters.map(({ start, time_base: base }) => {
      const [over = 0, under = 1] = base.split('/').map(Number)
      return Math.round((start * over * rate) / under)
    })
    if (format === 'wav') starts.push(...chapters.map((_, at) => at * 2 * groupSamples))
    expect(starts).toHaveLength(3)
    // Marks in milliseconds are rounded by half of one.
    const most = ['mp3', 'opus', 'flac'].includes(format) ? Math.ceil(rate / 2000) : 0
    for (const [index, groups] of chapters.entries()) {
      const source = together(groups)
      const own = heard.subarray(starts[index])
      for (const at of [100, groupSamples + 100, source.length - 40_000])
        expect(Math.abs(lag(source, own, at, 8000, 40))).toBeLessThanOrEqual(most)
    }
  })
})
