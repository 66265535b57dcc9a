import { describe, expect, test } from 'vitest'
import { Signs } from '../../../src/contract/index.ts'
import { analyse, analysisVersion } from '../../../src/core/audio/analyse.ts'
import {
  addOffset,
  clip,
  dropTail,
  insertSilence,
  noise,
  repeatTwice,
} from '../../fixtures/spoil-sound.ts'
import { padded, seeded, sine } from './signals.ts'

const rate = 22_050
const signsOf = (samples: Int16Array, sampleRate = rate): Signs =>
  Signs.parse(analyse(samples, sampleRate).analysis.signs)

/** Tones of random pitch and level with gaps, each fading in and out: no two stretches are alike. */
function babble(seconds: number, seed: number, pitch = 110): Int16Array {
  const random = seeded(seed)
  const samples = new Int16Array(Math.round(seconds * rate))
  for (let from = 0; from < samples.length;) {
    const length = Math.round((0.08 + 0.2 * random()) * rate)
    const level = 6000 * (0.4 + 0.6 * random())
    const formants = [300 + 600 * random(), 1000 + 2500 * random()]
    for (let i = 0; i < length && from + i < samples.length; i++) {
      const second = (from + i) / rate
      const fade = Math.sin((Math.PI * i) / length) ** 0.5
      let value = Math.sin(2 * Math.PI * pitch * second)
      for (const formant of formants) {
        const harmonic = Math.round(formant / pitch) * pitch
        value += 0.6 * Math.sin(2 * Math.PI * harmonic * second)
      }
      samples[from + i] = Math.round(level * fade * value)
    }
    from += length + Math.round(0.05 * random() * rate)
  }
  return samples
}

describe('signs of time', () => {
  test('are where sound begins and ends, and how long it lasts', () => {
    const signs = signsOf(padded(babble(3, 1), rate, rate / 2))
    expect(signs.leadingSeconds).toBeCloseTo(1, 1)
    expect(signs.soundSeconds).toBeCloseTo(3, 1)
    expect(signs.trailingSeconds).toBeCloseTo(0.5, 1)
  })

  test('find the longest silence inside and add up all that is longer than a consonant', () => {
    const clean = signsOf(babble(4, 2))
    const still = insertSilence(insertSilence(babble(4, 2), rate, 0.3, 0.5), rate, 0.7, 2)
    const signs = signsOf(still)
    expect(clean.silentSeconds).toBe(0)
    expect(signs.longestSilenceSeconds).toBeGreaterThan(1.95)
    expect(signs.longestSilenceSeconds).toBeLessThan(2.1)
    expect(signs.silentSeconds).toBeGreaterThan(2.4)
    expect(signs.silentSeconds).toBeLessThan(2.65)
  })

  test('see silence under a constant offset too', () => {
    const still = addOffset(insertSilence(babble(4, 2), rate, 0.5, 2), 0.05)
    expect(signsOf(still).longestSilenceSeconds).toBeGreaterThan(1.95)
  })
})

describe('signs of the end', () => {
  test('tell sound that fades from sound that is cut', () => {
    const fading = sine(200, 0.3, 2, rate).map((value, i) =>
      Math.round(value * Math.min(1, Math.max(0, (2 * rate - i) / (0.3 * rate)) ** 2)),
    )
    expect(signsOf(fading).endDb).toBeLessThan(-30)
    expect(signsOf(dropTail(fading, rate, 0.4)).endDb).toBeGreaterThan(-5)
  })
})

describe('signs of damage', () => {
  test('are the share of clipped samples, none of them in sound that is loud but whole', () => {
    expect(signsOf(sine(200, 0.99, 2, rate)).clippedShare).toBeLessThan(0.001)
    expect(signsOf(clip(sine(200, 0.9, 2, rate), 8)).clippedShare).toBeGreaterThan(0.5)
  })

  test('see clipping that was turned down afterwards', () => {
    const turnedDown = clip(sine(200, 0.9, 2, rate), 8).map((value) => Math.round(value / 2))
    expect(signsOf(turnedDown).clippedShare).toBeGreaterThan(0.5)
  })

  test('are the offset, as a part of full scale', () => {
    expect(signsOf(addOffset(babble(2, 3), 0.05)).offset).toBeCloseTo(0.05, 2)
    expect(Math.abs(signsOf(babble(2, 3)).offset)).toBeLessThan(0.005)
  })

  test('are a flat spectrum in noise and a steep one in tones', () => {
    expect(signsOf(noise(2 * rate, 1)).flatness).toBeGreaterThan(0.5)
    expect(signsOf(babble(2, 4)).flatness).toBeLessThan(0.1)
  })

  test.each([1.5, 6, 60])('find what is said twice in %i seconds, and its lag', (seconds) => {
    const once = babble(seconds, 5)
    expect(signsOf(once).repetition).toBeLessThan(0.5)
    const twice = signsOf(repeatTwice(once, rate))
    expect(twice.repetition).toBeGreaterThan(0.85)
    expect(Math.abs(twice.repetitionLagSeconds - seconds - 0.2)).toBeLessThan(0.15)
  })
})

describe('signs of the voice', () => {
  test.each([75, 110, 180, 260])('are its median pitch, here %i Hz', (pitch) => {
    expect(Math.abs((signsOf(babble(3, 6, pitch)).pitchHz ?? 0) / pitch - 1)).toBeLessThan(0.03)
  })

  test.each([8000, 16_000, 44_100, 48_000])('are the same at %i Hz', (other) => {
    const samples = sine(150, 0.3, 2, other)
    expect(signsOf(samples, other).pitchHz).toBeCloseTo(150, 0)
  })

  test('rise with a rate that is declared too high', () => {
    const right = signsOf(babble(3, 7))
    const wrong = signsOf(babble(3, 7), 24_000)
    const factor = 24_000 / rate
    expect((wrong.pitchHz ?? 0) / (right.pitchHz ?? 1)).toBeCloseTo(factor, 1)
    expect(wrong.centroidHz / right.centroidHz).toBeCloseTo(factor, 1)
    expect(right.soundSeconds / wrong.soundSeconds).toBeCloseTo(factor, 1)
  })

  test('are unknown where nothing is voiced', () => {
    expect(signsOf(noise(2 * rate, 2)).pitchHz).toBeNull()
  })
})

test.each([0, 1, 10, 400])('signs of %i samples are numbers', (length) => {
  expect(signsOf(sine(400, 0.5, length / rate, rate)).soundSeconds).toBeLessThan(0.02)
  expect(signsOf(new Int16Array(length)).soundSeconds).toBe(0)
})

test('signs are part of an analysis since its second version', () => {
  expect(analysisVersion).toBe(2)
})
