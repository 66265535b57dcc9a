// Our meters against the signals of EBU Tech 3341 (2016), for one channel, and against ffmpeg's.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { analyse } from '../../../src/core/audio/analyse.ts'
import { fadeIn, fadeOut } from '../../../src/core/audio/fade.ts'
import { amplitudeOf, floatFromInt16, int16FromFloat } from '../../../src/core/audio/pcm.ts'
import { createEspeak } from '../../../src/io/speech/espeak.ts'
import { createSoundBuffer } from '../../../src/io/speech/sound-buffer.ts'
import { hasTool, run } from '../../io/codecs/reference-tools.ts'
import { joinSamples } from '../../../src/core/audio/join-samples.ts'
import { wavFile } from '../../io/codecs/sounds.ts'
import { seeded, sine, speechLike } from './signals.ts'

const rates = [22_050, 24_000, 44_100, 48_000]

/** Begins and ends softly: how a step rings between samples is no part of a tone. */
function faded(samples: Int16Array): Int16Array {
  const floats = floatFromInt16(samples)
  fadeIn(floats, 500)
  fadeOut(floats, 500)
  return int16FromFloat(floats)
}

/** What two channels of a tone add up to is 3.01 dB more in one. */
const bothChannelsDb = 10 * Math.log10(2)

/** Tones of 1 kHz, one after another: level per channel in dB of full scale, and seconds. */
function tones(rate: number, ...parts: readonly [number, number][]): Int16Array {
  return joinSamples(
    parts.map(([db, seconds]) => sine(1000, amplitudeOf(db + bothChannelsDb), seconds, rate)),
  )
}

/** The power of left, right, centre and two surrounds (each 1.5 dB more), as one channel's. */
const surroundDb =
  10 * Math.log10(2 * 10 ** -2.8 + 10 ** -2.4 + 2 * 10 ** 0.15 * 10 ** -3) - bothChannelsDb

describe.each(rates)('at %i Hz the loudness of EBU signal', (rate) => {
  test.each<[number, number, [number, number][]]>([
    [1, -23, [[-23, 20]]],
    [2, -33, [[-33, 20]]],
    ...([3, 4].map((number) => {
      const soft: [number, number][] = [
        [-36, 10],
        [-23, 60],
        [-36, 10],
      ]
      return [number, -23, number === 3 ? soft : [[-72, 10], ...soft, [-72, 10]]]
    }) as [number, number, [number, number][]][]),
    [
      5,
      -23,
      [
        [-26, 20],
        [-20, 20.1],
        [-26, 20],
      ],
    ],
    [6, -23, [[surroundDb, 20]]],
  ])('%i is %f LUFS within 0.1', (_, wanted, parts) => {
    const { loudnessLufs } = analyse(tones(rate, ...parts), rate).analysis
    expect(Math.abs((loudnessLufs ?? 0) - wanted)).toBeLessThanOrEqual(0.1)
  })
})

describe.each(rates)('at %i Hz the true peak of EBU signal', (rate) => {
  test.each([
    [15, 4, 0, 0.5, -6],
    [16, 4, 45, 0.5, -6],
    [17, 6, 60, 0.5, -6],
    [18, 8, 67.5, 0.5, -6],
    [19, 4, 45, 1.41, 3],
  ])(
    '%i (a sine of the rate by %i, %f degrees late) is right within +0.2 and -0.4 dB',
    (...signal) => {
      const [, part, degrees, amplitude, wanted] = signal
      const samples = faded(sine(rate / part, amplitude, 1, rate, (degrees * Math.PI) / 180))
      const { truePeakDb } = analyse(samples, rate).analysis
      expect(truePeakDb).toBeLessThanOrEqual(wanted + 0.2)
      expect(truePeakDb).toBeGreaterThanOrEqual(wanted - 0.4)
    },
  )
})

/** What ffmpeg measures; levels in dB. */
function measuredByFfmpeg(samples: Int16Array, rate: number) {
  const folder = mkdtempSync(join(tmpdir(), 'lectern-meters-'))
  try {
    const path = join(folder, 'sound.wav')
    writeFileSync(path, wavFile(samples, rate))
    const told = (filter: string) =>
      run('ffmpeg', '-hide_banner', '-nostats', '-i', path, '-af', filter, '-f', 'null', '-').stderr
    const last = (text: string, pattern: RegExp) => Number([...text.matchAll(pattern)].at(-1)?.[1])
    const levels = told('astats=measure_perchannel=none')
    const loudness = told('ebur128=peak=true')
    return {
      loudnessLufs: last(loudness, /I:\s+(-?[\d.]+) LUFS/g),
      truePeakDb: last(loudness, /Peak:\s+(-?[\d.]+) dBFS/g),
      rmsDb: last(levels, /RMS level dB: (-?[\d.]+)/g),
      samplePeakDb: last(levels, /Peak level dB: (-?[\d.]+)/g),
    }
  } finally {
    rmSync(folder, { recursive: true })
  }
}

const random = seeded(9)
/** Soft above: near half the rate every meter's filter finds other peaks in noise, up to 0.5 dB. */
function noise(seconds: number, rate: number): Int16Array {
  const white = Array.from({ length: seconds * rate + 4 }, () => 20_000 * (random() - 0.5))
  const at = (i: number) => white[i] as number
  return Int16Array.from({ length: seconds * rate }, (_, i) =>
    Math.round((at(i) + 4 * at(i + 1) + 6 * at(i + 2) + 4 * at(i + 3) + at(i + 4)) / 16),
  )
}

describe.skipIf(!hasTool('ffmpeg'))('ffmpeg measures within 0.1 (needs ffmpeg)', () => {
  test.each(
    rates.flatMap((rate) => [
      ['speech', rate, speechLike(12, rate, 4)] as const,
      ['noise', rate, noise(6, rate)] as const,
      ['a low tone', rate, faded(sine(80, 0.3, 6, rate))] as const,
      ['a high tone', rate, faded(sine(5000, 0.3, 6, rate))] as const,
    ]),
  )('%s at %i Hz', (_, rate, samples) => {
    expectAgreement(samples, rate)
  })

  test.each(['gmw/en-US', 'gmw/de'])('a take of the voice %s', async (voice) => {
    const engine = await createEspeak()
    const sound = createSoundBuffer()
    const text = 'A take is measured once, when it is kept, and this one takes its time. '.repeat(3)
    engine.speak(text, { voice, rate: 1 }, sound, () => false)
    expectAgreement(sound.samples.slice(), engine.sampleRate(voice))
  })
})

function expectAgreement(samples: Int16Array, rate: number): void {
  const theirs = measuredByFfmpeg(samples, rate)
  const ours = analyse(samples, rate).analysis
  // It tells loudness and true peaks in steps of 0.1.
  expect(Math.abs((ours.loudnessLufs ?? 0) - theirs.loudnessLufs)).toBeLessThan(0.15)
  expect(Math.abs(ours.truePeakDb - theirs.truePeakDb)).toBeLessThan(0.15)
  expect(Math.abs(ours.rmsDb - theirs.rmsDb)).toBeLessThan(0.1)
  expect(Math.abs(ours.samplePeakDb - theirs.samplePeakDb)).toBeLessThan(0.1)
}
