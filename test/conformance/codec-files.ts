// What players hear of files made of an engine's packets, at the usual rate and at that of shops.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { exportFormatNames, type ExportFormat } from '../../src/contract/index.ts'
import { encodingOf, joinsGroups, rateFor } from '../../src/core/export/encoding-of.ts'
import type { CodecEngine } from '../../src/io/codecs/codec-engine.ts'
import { encodeSound, fileOf } from '../io/codecs/encoded.ts'
import { hasTool, hear, lag, probe } from '../io/codecs/reference-tools.ts'
import { joinSamples } from '../../src/core/audio/join-samples.ts'
import { syllables } from '../io/codecs/sounds.ts'

const frame = 1024
const groupSamples = 70 * frame
const silence = 4 * frame
const tags = { title: 'A Book', authors: ['A. Author'], narrator: 'Eva', language: 'en' }

/** Three chapters of two groups each, with silence at every end as a plan leaves it. */
const chaptersAt = (rate: number) =>
  [1, 2, 3].map((chapter) =>
    [1, 2].map((group) => {
      const samples = syllables(groupSamples, rate, chapter * 10 + group)
      samples.fill(0, groupSamples - silence)
      return samples
    }),
  )

/** Registers the suite. */
export function describeCodecFiles(open: () => Promise<CodecEngine>): void {
  let engine: CodecEngine
  let folder: string
  beforeAll(async () => {
    engine = await open()
    folder = mkdtempSync(join(tmpdir(), 'lectern-files-'))
  })
  afterAll(() => rmSync(folder, { recursive: true }))

  async function write(
    format: ExportFormat,
    chapters: readonly (readonly Int16Array[])[],
    rate: number,
  ): Promise<string> {
    const encoding = encodingOf({ format })
    const piecesOf = (groups: readonly Int16Array[]) =>
      joinsGroups(encoding) ? groups : [joinSamples(groups)]
    const pieces = []
    for (const samples of chapters.flatMap(piecesOf))
      pieces.push(await encodeSound(samples, rate, encoding, engine))
    const { whole } = fileOf(format, {
      pieces,
      chapters: chapters.map((groups, at) => ({
        ...{ title: `Chapter ${at + 1}`, pieces: piecesOf(groups).length },
      })),
      ...{ tags, cover: null },
    })
    const path = join(folder, `book-${chapters.length}.${format}`)
    writeFileSync(path, whole)
    return path
  }

  const cases = [24_000, 44_100].flatMap((wanted) =>
    exportFormatNames.map((format) => [format, rateFor(encodingOf({ format }), wanted)] as const),
  )
  describe.skipIf(!hasTool('ffmpeg'))('make files', () => {
    test.each(cases)(
      'as %s at %i Hz, with every chapter in its place from its first sound to its last (needs ffmpeg)',
      async (format, rate) => {
        const chapters = chaptersAt(rate)
        const path = await write(format, chapters, rate)
        const { samples: heard, complaints } = hear(path, rate)
        expect(complaints).toBe('')
        const told = probe(path)
        const starts = told.chapters.map(({ start, time_base: base }) => {
          const [over = 0, under = 1] = base.split('/').map(Number)
          return Math.round((start * over * rate) / under)
        })
        if (format === 'wav') starts.push(...chapters.map((_, at) => at * 2 * groupSamples))
        expect(starts).toHaveLength(3)
        // Marks in milliseconds are rounded by half of one.
        const most = ['mp3', 'opus', 'flac'].includes(format) ? Math.ceil(rate / 2000) : 0
        for (const [index, groups] of chapters.entries()) {
          const source = joinSamples(groups)
          const own = heard.subarray(starts[index])
          for (const at of [0, groupSamples - 12_000, groupSamples, source.length - 30_000])
            expect(Math.abs(lag(source, own, at + 100, 8000, 40))).toBeLessThanOrEqual(most)
        }
        const last = (starts[2] ?? 0) + 2 * groupSamples
        expect(Math.abs(heard.length - last)).toBeLessThanOrEqual(most)
        expect(Math.abs(Number(told.format.duration) - heard.length / rate)).toBeLessThan(0.1)
        if (format === 'flac' || format === 'wav')
          expect(heard).toEqual(joinSamples(chapters.flat()))
      },
    )

    test('that join groups of AAC as truly as if all had been encoded in one (needs ffmpeg)', async () => {
      const rate = 24_000
      const groups = chaptersAt(rate).flat()
      const source = joinSamples(groups)
      const joined = hear(await write('m4b', [groups, []], rate), rate).samples
      const inOne = hear(await write('m4b', [[source]], rate), rate).samples
      const joins = groups.slice(1).map((_, index) => (index + 1) * groupSamples)
      // The frames before and behind all joins together.
      const error = (heard: Int16Array) => {
        let sum = 0
        for (const at of joins)
          for (let i = at - 2 * frame; i < at + 2 * frame; i++)
            sum += ((source[i] ?? 0) - (heard[i] ?? 0)) ** 2
        return Math.sqrt(sum / joins.length / (4 * frame))
      }
      expect(joined.length).toBe(source.length)
      expect(error(joined)).toBeLessThan(1.5 * error(inOne) + 20)
    })
  })
}
