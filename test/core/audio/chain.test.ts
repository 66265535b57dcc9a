import { describe, expect, test } from 'vitest'
import { compress, compressionGains, makeUpFor } from '../../../src/core/audio/compressor.ts'
import { highPass } from '../../../src/core/audio/high-pass.ts'
import { decibels, floatFromInt16 } from '../../../src/core/audio/pcm.ts'
import { roomTone } from '../../../src/core/audio/room-tone.ts'
import { rootMeanSquare, sine, speechLike } from './signals.ts'

const rates = [24_000, 44_100]
const rmsDb = (samples: ArrayLike<number>, from = 0) => decibels(rootMeanSquare(samples, from))

describe.each(rates)('the high-pass at %i Hz', (rate) => {
  const through = (hertz: number) => {
    const samples = floatFromInt16(sine(hertz, 0.5, 2, rate))
    highPass(samples, 80, rate)
    return rmsDb(samples, rate) - rmsDb(floatFromInt16(sine(hertz, 0.5, 2, rate)), rate)
  }

  test('is 3 dB down at its frequency and 12 dB an octave below', () => {
    expect(through(80)).toBeCloseTo(-3.01, 1)
    expect(through(40)).toBeCloseTo(-12.3, 1)
    expect(through(20)).toBeCloseTo(-24.1, 1)
  })

  test('leaves voices alone', () => {
    for (const hertz of [250, 1000, 6000]) expect(Math.abs(through(hertz))).toBeLessThan(0.1)
  })

  test('takes a constant away and ends in silence', () => {
    const samples = new Float32Array(2 * rate).fill(0.3)
    highPass(samples, 80, rate)
    expect(Math.abs(samples.at(-1) as number)).toBeLessThan(1e-6)
  })
})

describe('the compressor', () => {
  const gentle = { ratio: 2, thresholdDb: -20 }
  const levelAfter = (amplitude: number, rate: number) => {
    const samples = floatFromInt16(sine(500, amplitude, 2, rate))
    const before = rmsDb(samples, rate)
    compress(samples, gentle, rate)
    return rmsDb(samples, rate) - before
  }

  test.each(rates)('halves what is above its threshold, at %i Hz', (rate) => {
    expect(levelAfter(10 ** (-40 / 20), rate)).toBeCloseTo(0, 2)
    expect(levelAfter(10 ** (-10 / 20), rate)).toBeCloseTo(-5, 1)
    expect(levelAfter(10 ** (-4 / 20), rate)).toBeCloseTo(-8, 1)
  })

  test('is made up for by what it takes away', () => {
    const levels = new Float32Array(2000).fill(10 ** (-8 / 20))
    const gains = compressionGains(levels, { ratio: 3, thresholdDb: -20 })
    expect(decibels(gains.at(-1) as number)).toBeCloseTo(-8, 1)
    expect(makeUpFor(levels, { ratio: 3, thresholdDb: -20 })).toBeCloseTo(8, 1)
    expect(makeUpFor(levels, { ratio: 3, thresholdDb: 0 })).toBe(0)
    expect(makeUpFor(new Float32Array(9), gentle)).toBe(0)
  })

  test('brings loud and soft nearer together and moves no gain in a jump', () => {
    const samples = floatFromInt16(speechLike(2, 24_000)).map((value) => value + 0.2)
    const before = samples.slice()
    compress(samples, { ratio: 4, thresholdDb: -30 }, 24_000)
    let steepest = 0
    for (let i = 1; i < samples.length; i++) {
      const gain = (samples[i] as number) / (before[i] as number)
      const last = (samples[i - 1] as number) / (before[i - 1] as number)
      if (Math.abs(before[i] as number) > 0.01 && Math.abs(before[i - 1] as number) > 0.01)
        steepest = Math.max(steepest, Math.abs(gain - last))
    }
    expect(steepest).toBeLessThan(0.01)
  })

  test('takes sound of any length', () => {
    for (const length of [0, 1, 100, 239, 241]) {
      const samples = new Float32Array(length).fill(0.1)
      compress(samples, gentle, 24_000)
      expect(samples.every((value) => value > 0.05 && value <= 0.11)).toBe(true)
    }
  })
})

describe.each(rates)('room tone at %i Hz', (rate) => {
  test('has the level it was asked for', () => {
    for (const level of [-72, -60])
      expect(Math.abs(rmsDb(roomTone(10 * rate, level, 5, rate)) - level)).toBeLessThan(0.3)
  })

  test('is the same for a seed, and like no other', () => {
    const [one, same, other] = [7, 7, 8].map((seed) => roomTone(rate, -60, seed, rate))
    expect(one).toEqual(same)
    expect(one).not.toEqual(other)
    const sum = one?.map((value, i) => value + (other?.[i] ?? 0)) ?? []
    expect(Math.abs(rmsDb(sum) - -57)).toBeLessThan(0.5)
  })

  test('is soft: more of it lies below 800 Hz than above', () => {
    const whole = roomTone(4 * rate, -60, 1, rate)
    const high = whole.slice()
    highPass(high, 800, rate)
    expect(rmsDb(high)).toBeLessThan(rmsDb(whole) - 1.5)
  })
})
