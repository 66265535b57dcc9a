// How fast finished sound is measured: the meter alone, and whole files against ffmpeg's ebur128 on the same ones.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { ExportFormat } from '../../src/contract/index.ts'
import { findExtremes } from '../../src/core/audio/extremes.ts'
import { floatFromInt16 } from '../../src/core/audio/pcm.ts'
import { peaksOf } from '../../src/core/audio/peaks.ts'
import { createSoundMeter } from '../../src/core/audio/sound-meter.ts'
import { encodingOf, joinsGroups } from '../../src/core/export/encoding-of.ts'
import { measureSound } from '../../src/io/codecs/measure-sound.ts'
import { nativeEngine } from '../../src/io/codecs/native/native-engine.ts'
import { encodeSound, fileOf } from '../io/codecs/encoded.ts'
import { hasTool } from '../io/codecs/reference-tools.ts'
import { aMinute } from './a-minute.ts'
import { cpuSeconds } from './cpu-seconds.ts'
import type { Figure } from './figure.ts'

/** Of each minute so many are heard: two hours in all. */
const repeats = 120
const frame = 1152
const formats: readonly ExportFormat[] = ['wav', 'flac', 'mp3', 'm4b']

export async function benchMeasure(): Promise<Figure[]> {
  const { samples, sampleRate } = await aMinute()
  const seconds = (samples.length * repeats) / sampleRate
  const figures = [await meterAlone(samples, sampleRate, seconds)]
  const folder = mkdtempSync(join(tmpdir(), 'lectern-bench-'))
  try {
    for (const format of formats) {
      const path = join(folder, `book.${format}`)
      writeFileSync(path, await aBook(format, samples, sampleRate))
      figures.push(await wholeFile(path, seconds))
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
  return figures
}

async function meterAlone(
  samples: Int16Array,
  sampleRate: number,
  seconds: number,
): Promise<Figure> {
  const floats = floatFromInt16(samples)
  const cpu = await cpuSeconds(() => {
    const meter = createSoundMeter(sampleRate, 1)
    for (let repeat = 0; repeat < repeats; repeat++) {
      for (let at = 0; at < floats.length; at += frame) meter.add([floats.subarray(at, at + frame)])
      peaksOf(findExtremes(samples, sampleRate))
    }
    meter.end()
  })
  return {
    what: `loudness, levels, true peak, floor and peaks of 2 h at ${sampleRate} Hz`,
    measured: `${Math.round(seconds / cpu)} × real time, ${cpu.toFixed(2)} CPU s`,
    comparedTo: 'real time',
    ratio: seconds / cpu,
    goal: '≥ 2500',
  }
}

async function aBook(
  format: ExportFormat,
  samples: Int16Array,
  sampleRate: number,
): Promise<Buffer> {
  const encoding = encodingOf({ format })
  const minute = await encodeSound(samples, sampleRate, encoding)
  // What joins follows its like; else every minute is a chapter of its own.
  const pieces = Array.from({ length: repeats }, () => minute)
  const chapters = joinsGroups(encoding)
    ? [{ title: 'All', pieces: repeats }]
    : pieces.map((_, index) => ({ title: `Minute ${index + 1}`, pieces: 1 }))
  const tags = { title: 'Bench', authors: ['Nobody'], narrator: 'Nobody', language: 'en' }
  return fileOf(format, { pieces, chapters, tags, cover: null }).whole
}

async function wholeFile(path: string, seconds: number): Promise<Figure> {
  const ours = await cpuSeconds(() => measureSound(nativeEngine, path))
  const theirs = hasTool('ffmpeg') ? ffmpegSeconds(path) : null
  return {
    what: `check ${path.replace(/^.*[\\/]/, '')} of 2 h, decoding included`,
    measured: `${Math.round(seconds / ours)} × real time, ${ours.toFixed(2)} CPU s`,
    comparedTo:
      theirs === null
        ? 'ffmpeg: not installed'
        : `ffmpeg ebur128=peak=true, one thread: ${theirs.toFixed(2)} CPU s`,
    ratio: theirs === null ? null : ours / theirs,
    goal: '≤ 0.5',
  }
}

function ffmpegSeconds(path: string): number {
  const { stderr } = spawnSync(
    'ffmpeg',
    [
      ...['-hide_banner', '-nostats', '-benchmark', '-threads', '1', '-i', path, '-map', '0:a'],
      ...['-af', 'ebur128=peak=true', '-f', 'null', '-'],
    ],
    // It prints a line for every 100 ms.
    { encoding: 'utf8', maxBuffer: 1024 ** 3 },
  )
  const [, user = '0', system = '0'] = /bench: utime=([\d.]+)s stime=([\d.]+)s/.exec(stderr) ?? []
  return Number(user) + Number(system)
}
