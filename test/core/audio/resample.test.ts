import { describe, expect, test } from 'vitest'
import { decibels } from '../../../src/core/audio/pcm.ts'
import { createResampler } from '../../../src/core/audio/resample.ts'
import { resampledLength } from '../../../src/core/audio/resampled-length.ts'
import { rootMeanSquare, sine } from './signals.ts'

const resampled = (samples: Int16Array, from: number, to: number) =>
  createResampler(from, to)(samples, 0, samples.length, 1).slice()

/** Level of what is left when the sine that should be there is taken away. */
function errorDb(output: Float32Array, hertz: number, amplitude: number, rate: number): number {
  const left = output.map(
    (value, i) => value - amplitude * Math.sin((2 * Math.PI * hertz * i) / rate),
  )
  const margin = 200
  return decibels(rootMeanSquare(left, margin, left.length - margin) / (amplitude / Math.SQRT2))
}

describe('the resampler', () => {
  test.each([
    [22_050, 24_000],
    [16_000, 24_000],
    [8_000, 24_000],
    [11_025, 24_000],
    [22_255, 24_000],
    [24_000, 44_100],
    [48_000, 24_000],
    [44_100, 24_000],
  ])('carries a tone from %i to %i Hz with less than -70 dB of error', (from, to) => {
    const output = resampled(sine(1000, 0.5, 1, from), from, to)
    expect(errorDb(output, 1000, 0.5, to)).toBeLessThan(-70)
  })

  test('carries high tones as well', () => {
    const output = resampled(sine(9000, 0.5, 1, 22_050), 22_050, 24_000)
    expect(errorDb(output, 9000, 0.5, 24_000)).toBeLessThan(-55)
  })

  test.each([13_500, 15_000, 20_000])(
    'keeps %i Hz, which the lower rate cannot hold, 70 dB down',
    (hertz) => {
      const output = resampled(sine(hertz, 0.9, 1, 48_000), 48_000, 24_000)
      const heard = rootMeanSquare(output, 200, output.length - 200)
      expect(decibels(heard / (0.9 / Math.SQRT2))).toBeLessThan(-70)
    },
  )

  test('hands sound through unchanged where the rates are equal', () => {
    const samples = sine(440, 0.7, 0.1, 24_000)
    expect([...resampled(samples, 24_000, 24_000)].map((x) => x * 32_768)).toEqual([...samples])
  })

  test('passes a constant without hum', () => {
    const output = resampled(new Int16Array(4000).fill(16_384), 22_050, 24_000)
    for (const value of output.slice(50, -50)) expect(value).toBeCloseTo(0.5, 6)
  })

  test.each([0, 1, 2, 146, 147, 148, 1000, 22_050])('makes the promised length of %i', (count) => {
    const output = resampled(new Int16Array(count).fill(100), 22_050, 24_000)
    expect(output.length).toBe(resampledLength(count, 22_050, 24_000))
  })

  test('reads only its range, whatever it has rendered before', () => {
    const resample = createResampler(22_050, 24_000)
    const samples = sine(600, 0.8, 1, 22_050)
    resample(samples, 0, samples.length, 1)
    const part = resample(samples, 5000, 6000, 0.5).slice()
    const alone = resampled(samples.slice(5000, 6000), 22_050, 24_000)
    expect([...part]).toEqual([...alone].map((value) => value * 0.5))
  })
})
