import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { limit } from '../../../src/core/audio/limiter.ts'
import { analyse } from '../../../src/core/audio/analyse.ts'
import { amplitudeOf, decibels, floatFromInt16 } from '../../../src/core/audio/pcm.ts'
import { seeded, sine, speechLike } from './signals.ts'

const louder = (samples: Int16Array, factor: number) =>
  floatFromInt16(samples).map((value) => value * factor)
const noise = (length: number) => {
  const random = seeded(3)
  return Float32Array.from({ length }, () => 2 * random() - 1)
}
const peak = (samples: Float32Array) =>
  samples.reduce((most, value) => Math.max(most, Math.abs(value)), 0)

describe('the limiter', () => {
  test('lets what is below the ceiling pass, to the bit', () => {
    const spoken = speechLike(1, 24_000)
    const samples = louder(spoken, 1)
    const before = samples.slice()
    const { truePeakDb } = analyse(spoken, 24_000).analysis
    expect(limit(samples, amplitudeOf(truePeakDb + 0.01), 24_000)).toBe(false)
    expect(samples).toEqual(before)
    expect(limit(samples, amplitudeOf(truePeakDb - 0.1), 24_000)).toBe(true)
  })

  test.each([
    ['between the samples of a sine', sine(6000, 0.9, 1, 24_000, Math.PI / 4)],
    ['of speech', louder(speechLike(3, 24_000), 8)],
    ['of noise', noise(24_000)],
  ])('holds the true peak %s', (_, sound) => {
    const samples = sound instanceof Int16Array ? louder(sound, 1) : sound
    limit(samples, amplitudeOf(-3), 24_000)
    const { truePeakDb } = analyse(samples, 24_000).analysis
    expect(truePeakDb).toBeLessThanOrEqual(-3)
    expect(truePeakDb).toBeGreaterThan(-3.2)
  })

  test('lets no sample of any sound above the ceiling', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: -4, max: 4, noNaN: true }), { maxLength: 400 }),
        fc.integer({ min: 1, max: 600 }),
        (values, rate) => {
          const samples = Float32Array.from(values)
          limit(samples, 0.5, rate)
          expect(peak(samples)).toBeLessThanOrEqual(0.5)
        },
      ),
    )
  })

  test('touches only the surroundings of what is too loud', () => {
    const samples = louder(sine(200, 0.4, 2, 24_000), 1)
    samples[24_000] = 0.9
    const before = samples.slice()
    expect(limit(samples, 0.5, 24_000)).toBe(true)
    expect(samples.subarray(0, 23_800)).toEqual(before.subarray(0, 23_800))
    expect(samples.subarray(28_500)).toEqual(before.subarray(28_500))
  })

  test('turns down and up smoothly around a peak', () => {
    const samples = new Float32Array(24_000).fill(0.4)
    samples[12_000] = 0.9
    limit(samples, 0.5, 24_000)
    expect(decibels(samples[12_000] as number)).toBeCloseTo(decibels(0.5), 1)
    samples[12_000] = samples[11_999] as number
    const steps = samples.subarray(1).map((value, i) => Math.abs(value - (samples[i] as number)))
    expect(Math.min(...samples)).toBeLessThan(0.25)
    expect(peak(steps)).toBeLessThan(0.003)
  })
})
