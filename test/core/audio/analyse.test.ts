import { describe, expect, test } from 'vitest'
import { analyse } from '../../../src/core/audio/analyse.ts'
import { floatFromInt16 } from '../../../src/core/audio/pcm.ts'
import { peakAmplitude, rowPeaks } from '../../../src/core/audio/peaks.ts'
import { padded, seeded, sine, speechLike } from './signals.ts'

const measured = (samples: Int16Array, rate: number) => analyse(samples, rate).analysis
const joined = (...parts: Int16Array[]) => Int16Array.from(parts.flatMap((part) => [...part]))

describe('loudness', () => {
  test.each([8_000, 16_000, 22_050, 24_000, 44_100, 48_000])(
    'of a 997 Hz sine at -20 dBFS is -23.0 LUFS at %i Hz',
    (rate) => {
      expect(measured(sine(997, 0.1, 5, rate), rate).loudnessLufs).toBeCloseTo(-23.01, 1)
    },
  )

  test('leaves out what is far below the rest', () => {
    const loud = sine(997, 0.1, 10, 24_000)
    const quiet = sine(997, 0.1 * 10 ** (-25 / 20), 10, 24_000)
    expect(measured(joined(quiet, loud, quiet), 24_000).loudnessLufs).toBeCloseTo(-23, 0)
  })

  test('leaves out silence, however long', () => {
    const speech = speechLike(5, 22_050)
    const alone = measured(speech, 22_050).loudnessLufs ?? 0
    const around = measured(padded(speech, 220_500, 220_500), 22_050).loudnessLufs ?? 0
    expect(Math.abs(around - alone)).toBeLessThan(0.3)
  })

  test('is unknown of what is shorter than 400 ms, or silent', () => {
    expect(measured(sine(997, 0.5, 0.39, 24_000), 24_000).loudnessLufs).toBeNull()
    expect(measured(new Int16Array(48_000), 24_000).loudnessLufs).toBeNull()
  })
})

describe('levels', () => {
  test('are root mean square and peak in dB of full scale', () => {
    const { rmsDb, samplePeakDb } = measured(sine(1000, 0.5, 1, 24_000), 24_000)
    expect(rmsDb).toBeCloseTo(-9.03, 1)
    expect(samplePeakDb).toBeCloseTo(-6.02, 1)
  })

  test('see the true peak between the samples', () => {
    // A quarter of the rate, 45 degrees off: every sample misses the crest by 3 dB.
    const samples = sine(6000, 0.5, 1, 24_000, Math.PI / 4)
    const { samplePeakDb, truePeakDb } = measured(samples, 24_000)
    expect(samplePeakDb).toBeCloseTo(-9.03, 1)
    expect(Math.abs(truePeakDb + 6.02)).toBeLessThan(0.2)
  })

  test.each([1, 2, 3])('find the true peak that a full search finds (%i)', (seed) => {
    const random = seeded(seed)
    const samples = Int16Array.from({ length: 4000 }, () => Math.round(60_000 * (random() - 0.5)))
    // At four times the rate the same search has nothing left to find.
    const { truePeakDb, samplePeakDb } = measured(samples, 24_000)
    expect(truePeakDb).toBeGreaterThanOrEqual(samplePeakDb)
    expect(truePeakDb).toBeCloseTo(fullSearchDb(samples), 1)
  })

  test('of silence are the floor, not minus infinity', () => {
    const { rmsDb, samplePeakDb, truePeakDb } = measured(new Int16Array(100), 24_000)
    expect([rmsDb, samplePeakDb, truePeakDb]).toEqual([-120, -120, -120])
  })

  test('are the same for floats as for integers', () => {
    const samples = speechLike(1, 22_050)
    expect(analyse(floatFromInt16(samples), 22_050)).toEqual(analyse(samples, 22_050))
  })
})

describe('edges', () => {
  test('are where the sound is, within 5 ms', () => {
    const sound = sine(300, 0.3, 0.5, 22_050)
    const { soundStart, soundEnd } = measured(padded(sound, 10_000, 7_000), 22_050)
    expect(Math.abs(soundStart - 10_000)).toBeLessThan(112)
    expect(Math.abs(soundEnd - (10_000 + sound.length))).toBeLessThan(112)
  })

  test('see past a click and past faint noise', () => {
    const sound = padded(sine(300, 0.3, 0.5, 22_050), 10_000, 7_000)
    sound[500] = 20_000
    const random = seeded(5)
    const noisy = sound.map((value) => value + Math.round(8 * (random() - 0.5)))
    expect(Math.abs(measured(noisy, 22_050).soundStart - 10_000)).toBeLessThan(112)
  })

  test('are both 0 where there is no sound', () => {
    expect(measured(new Int16Array(5000), 22_050)).toMatchObject({ soundStart: 0, soundEnd: 0 })
    expect(measured(new Int16Array(0), 22_050)).toMatchObject({ soundStart: 0, soundEnd: 0 })
  })
})

describe('peaks', () => {
  test('are a hundred pairs of signed bytes a second', () => {
    const { peaks } = analyse(sine(500, 0.5, 2, 22_050), 22_050)
    expect(peaks.length).toBe(2 * 2 * 100)
    expect(new Int8Array(peaks.buffer)[100]).toBeLessThan(-60)
    expect(new Int8Array(peaks.buffer)[101]).toBeGreaterThan(60)
    expect(peakAmplitude(peaks, 50, 60)).toBeCloseTo(0.5, 1)
  })

  test('make a row of 48 buckets, however short the take', () => {
    const { peaks } = analyse(sine(500, 1, 0.1, 22_050), 22_050)
    expect(rowPeaks(peaks)).toHaveLength(48)
    expect(Math.max(...rowPeaks(peaks))).toBeLessThanOrEqual(100)
    expect(rowPeaks(new Uint8Array(0))).toEqual(Array.from({ length: 48 }, () => 0))
  })
})

/** Every point at a quarter of a sample, by a long sinc. */
function fullSearchDb(samples: Int16Array): number {
  let peak = 0
  for (let i = 0; i < samples.length * 4; i++) {
    const at = i / 4
    let sum = 0
    for (let k = Math.max(0, Math.ceil(at - 8)); k <= Math.min(samples.length - 1, at + 8); k++) {
      const x = k - at
      const window = 0.5 + 0.5 * Math.cos((Math.PI * x) / 8)
      sum += (samples[k] ?? 0) * (x === 0 ? 1 : (Math.sin(Math.PI * x) / (Math.PI * x)) * window)
    }
    peak = Math.max(peak, Math.abs(sum))
  }
  return 20 * Math.log10(peak / 32_768)
}
