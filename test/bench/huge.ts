// Files of forty hours, six hundred chapters and more than 4 GB, from packets that are repeated; read back by ffmpeg.
import { rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { ExportFormat, Group } from '../../src/contract/index.ts'
import type { EncodedPiece, Encoding } from '../../src/core/ports/codecs.ts'
import { never, openCodecFolder, planOf, type CodecFolder } from '../io/codecs/codec-folder.ts'
import { lag, probe, run } from '../io/codecs/reference-tools.ts'
import { inMegabytes, peakOf } from './export.ts'
import type { Figure } from './figure.ts'

const chapterCount = 600
const chapterSeconds = 240
const tags = { title: 'Huge', authors: ['Nobody'], narrator: 'Nobody', language: 'en' }

/** At 96 kHz, so that forty hours of AAC are more than 4 GB. */
const sampleRate = 96_000
const wishes: readonly [ExportFormat, Encoding][] = [
  ['m4b', { codec: 'aac', bitRate: 320_000 }],
  ['flac', { codec: 'flac' }],
  ['wav', { codec: 'pcm' }],
]

export async function benchHuge(): Promise<Figure[]> {
  const it = openCodecFolder(2)
  try {
    const takes = []
    for (let at = 0; at < chapterSeconds / 60; at++) takes.push(await it.speak(59, at + 1))
    const groups = planOf('Chapter', takes, sampleRate).groups
    const figures: Figure[] = []
    for (const [format, encoding] of wishes)
      figures.push(await hugeFile(it, groups, format, encoding))
    return figures
  } finally {
    await it.close()
  }
}

async function hugeFile(
  it: CodecFolder,
  groups: readonly Group[],
  format: ExportFormat,
  encoding: Encoding,
): Promise<Figure> {
  const pieces: EncodedPiece[] = []
  for (const group of groups) pieces.push(await it.codecs.encode([group], encoding, never))
  const chapters = Array.from({ length: chapterCount }, (_, index) => ({
    title: `Chapter ${index + 1}`,
    pieces,
  }))
  const target = join(it.folder.transfers, `huge.${format}`)
  const request = { target, format, encoding, chapters, tags, cover: null }
  const began = performance.now()
  const { peak, value } = await peakOf(() => it.codecs.writeFile(request, () => {}, never))
  const seconds = (performance.now() - began) / 1000
  const read = readBack(
    target,
    groups.reduce((sum, { samples }) => sum + samples, 0),
  )
  const { size } = statSync(target)
  rmSync(target)
  return {
    what: `${(value.durationSeconds / 3600).toFixed(1)} h, ${chapterCount} chapters, ${(size / 1e9).toFixed(2)} GB as ${format}: ${read}`,
    measured: `written in ${seconds.toFixed(1)} s, peak ${inMegabytes(peak)}`,
    comparedTo: '–',
    ratio: null,
    goal: 'read back, nothing lost',
  }
}

/** Marks where they belong, the length, and the same sound at the first, a middle and the last chapter. */
function readBack(path: string, chapterSamples: number): string {
  const { chapters, format } = probe(path)
  const whole = (chapterSamples * chapterCount) / sampleRate
  const late = chapters.map(({ start, time_base: base }, index) => {
    const [over = 0, under = 1] = base.split('/').map(Number)
    return Math.abs((start * over) / under - (index * chapterSamples) / sampleRate)
  })
  const first = listen(path, 0)
  const lags = [1, 299, 599].map((index) =>
    lag(first, listen(path, (index * chapterSamples) / sampleRate), 24_000, 8000, 500),
  )
  const told =
    chapters.length > 0
      ? `${chapters.length} marks, ${Math.max(...late) * 1000} ms off`
      : 'no marks'
  const length = Math.abs(Number(format.duration) - whole)
  return `${told}; length ${(length * 1000).toFixed(1)} ms off; lags ${lags.join(', ')} samples`
}

/** Two seconds from a moment on, at 24 kHz. */
function listen(path: string, seconds: number): Int16Array {
  const { stdout } = run(
    'ffmpeg',
    ...['-v', 'error', '-ss', seconds.toFixed(6), '-i', path, '-map', '0:a', '-t', '2'],
    ...['-f', 's16le', '-ac', '1', '-ar', '24000', '-'],
  )
  return new Int16Array(stdout.buffer, stdout.byteOffset, stdout.length >> 1).slice()
}
