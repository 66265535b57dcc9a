// Every format as players and the field's own checkers see it: tags, cover, no complaint.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { exportFormatNames, exportFormats, type ExportFormat } from '../../../src/contract/index.ts'
import { encodingOf, joinsGroups } from '../../../src/core/export/encoding-of.ts'
import { encodeSound, fileOf } from './encoded.ts'
import { hasTool, hear, lag, probe, run } from './reference-tools.ts'
import { onePixel } from './one-pixel.ts'
import { joinSamples } from '../../../src/core/audio/join-samples.ts'
import { syllables } from './sounds.ts'

const rate = 24_000
const groupSamples = 70 * 1024
/** Three chapters of two groups each, with silence at every end as a plan leaves it. */
const chapters = [1, 2, 3].map((chapter) => ({
  title: `Chapter ${chapter} 🧳`,
  groups: [1, 2].map((group) => {
    const samples = syllables(groupSamples, rate, chapter * 10 + group)
    samples.fill(0, groupSamples - 4096)
    return samples
  }),
}))
const tags = {
  title: 'Ein Märchen 🧚',
  authors: ['A. Author', 'B. Other'],
  narrator: 'Eva',
  language: 'de',
  series: 'Tales',
  seriesPart: '2',
  year: '1891',
  description: 'A long night.',
  publisher: 'Ours',
}

let folder: string
beforeAll(() => (folder = mkdtempSync(join(tmpdir(), 'lectern-formats-'))))
afterAll(() => rmSync(folder, { recursive: true }))

async function write(format: ExportFormat, quality?: number): Promise<string> {
  const encoding = encodingOf({ format, quality })
  const piecesOf = (groups: readonly Int16Array[]) =>
    joinsGroups(encoding) ? groups : [joinSamples(groups)]
  const told = {
    pieces: await Promise.all(
      chapters
        .flatMap(({ groups }) => piecesOf(groups))
        .map((samples) => encodeSound(samples, rate, encoding)),
    ),
    chapters: chapters.map(({ title, groups }) => ({ title, pieces: piecesOf(groups).length })),
    tags,
    cover: { mediaType: 'image/png', bytes: onePixel },
  }
  const file = fileOf(format, told, quality ?? null)
  const path = join(folder, `book${quality ?? ''}.${format}`)
  writeFileSync(path, file.whole)
  expect(file.bytes).toBe(file.whole.length)
  return path
}

const isThere = (name: string) => spawnSync('which', [name]).status === 0
const packetPlaces = [
  '-v',
  'error',
  '-select_streams',
  'a',
  '-show_entries',
  'packet=pos',
  '-of',
  'csv=p=0',
]

describe('an MP3 whose rate varies', () => {
  test.skipIf(!hasTool('ffmpeg'))('has its chapters in their places (needs ffmpeg)', async () => {
    const path = await write('mp3', 5)
    const { samples: heard, complaints } = hear(path, rate)
    expect(complaints).toBe('')
    const told = probe(path)
    expect(Math.abs(Number(told.format.duration) - heard.length / rate)).toBeLessThan(0.1)
    for (const [index, { groups }] of chapters.entries()) {
      const own = heard.subarray(Math.round((told.chapters[index]?.start ?? 0) * (rate / 1000)))
      expect(Math.abs(lag(joinSamples(groups), own, 100, 8000, 40))).toBeLessThanOrEqual(12)
    }
  })

  test.skipIf(!hasTool('ffprobe'))('is found by its table of places (needs ffprobe)', async () => {
    const path = await write('mp3', 2)
    const bytes = readFileSync(path)
    const xing = bytes.indexOf('Xing')
    const [frames, length] = [bytes.readUInt32BE(xing + 8), bytes.readUInt32BE(xing + 12)]
    const { stdout } = run('ffprobe', ...packetPlaces, path)
    const places = (stdout.toString().match(/^\d+/gm) ?? []).map(Number)
    expect(places).toHaveLength(frames)
    // The silent frame in front is MPEG-2's, mono: its tag is behind four bytes and nine.
    const first = xing - 13
    for (let hundredth = 7; hundredth < 100; hundredth += 7) {
      const told = first + ((bytes[xing + 16 + hundredth] ?? 0) * length) / 256
      const real = places[Math.ceil((hundredth * frames) / 100)] ?? 0
      expect(Math.abs(real - told)).toBeLessThanOrEqual(length / 256)
    }
  })

  const says: [string, RegExp][] = [
    ['mediainfo', /Overall bit rate mode +: Variable[^]*-V 5/],
    ['mp3val', /Xing header/],
    ['eyeD3', /~\d+ kb\/s/],
  ]
  for (const [tool, expected] of says)
    test.skipIf(!isThere(tool))(`says so to ${tool} (needs it)`, async () => {
      const { stdout, stderr } = spawnSync(tool, [await write('mp3', 5)], { encoding: 'utf8' })
      expect(stdout + stderr).toMatch(expected)
      expect(stdout + stderr).not.toMatch(/warning|error/i)
    })
})

const tagged = exportFormatNames.filter((format) => exportFormats[format].hasMarks)

describe.skipIf(!hasTool('ffmpeg')).each(tagged)('a %s (needs ffmpeg)', (format) => {
  test('says what it is', async () => {
    const { format: file, streams, chapters: marks } = probe(await write(format))
    const told = { ...streams[0]?.tags, ...file.tags }
    const values = new Set(Object.values(told))
    for (const value of [tags.title, 'Eva', '1891', 'Audiobook']) expect(values).toContain(value)
    expect([...values].join(' ')).toMatch(/A\. Author.*B\. Other/)
    expect(marks.map((mark) => mark.tags.title)).toEqual(chapters.map(({ title }) => title))
    expect(streams.some(({ codec_name: name }) => name === 'png')).toBe(true)
  })
})

const checkers: [ExportFormat, string, string[], RegExp][] = [
  ['flac', 'flac', ['-t', '--totally-silent'], /^$/],
  ['opus', 'opusinfo', [], /New logical stream/],
  ['mp3', 'mp3val', [], /INFO: [^\n]*\n?/],
  ['mp3', 'eyeD3', [], /Ein Märchen/],
  ['m4b', 'AtomicParsley', ['-t'], /Ein Märchen/],
  ['m4b', 'mediainfo', [], /Chapter 3/],
]

describe('checkers of the field', () => {
  for (const [format, tool, options, expected] of checkers)
    test.skipIf(!isThere(tool))(`${tool} has nothing against a ${format} (needs it)`, async () => {
      const path = await write(format)
      const args = tool === 'AtomicParsley' ? [path, ...options] : [...options, path]
      const { status, stdout, stderr } = spawnSync(tool, args, { encoding: 'utf8' })
      expect(status).toBe(0)
      expect(stdout + stderr).toMatch(expected)
      expect(stdout + stderr).not.toMatch(/warning|error/i)
    })
})
