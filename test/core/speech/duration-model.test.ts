import { describe, expect, test } from 'vitest'
import { fitDurations, type Timed } from '../../../src/core/speech/duration-model.ts'
import { seeded } from '../audio/signals.ts'

const random = seeded(11)
const between = (least: number, most: number) => least + (most - least) * random()

/** A text of so many words, and the time that a voice of this pace takes for it. */
function take(words: number, pace: number, uneven = 0.03): Timed {
  const vowels = Math.round(words * between(1.3, 1.7))
  const consonants = Math.round(words * between(2, 2.6))
  const marks = Math.ceil(words / 8)
  const units = { vowels, consonants, words, marks, others: 0 }
  const seconds = 0.12 + pace * (0.1 * vowels + 0.05 * consonants + 0.12 * marks)
  return { units, seconds: seconds * (1 + uneven * between(-1.7, 1.7)) }
}
const takes = (count: number, pace: number) =>
  Array.from({ length: count }, () => take(Math.round(between(3, 40)), pace))
const worst = (learned: readonly Timed[], pace: number): number => {
  const { predict } = fitDurations(learned)
  return Math.max(
    ...Array.from({ length: 50 }, () => take(Math.round(between(5, 40)), pace, 0)).map(
      ({ units, seconds }) => Math.abs(Math.log(predict(units) / seconds)),
    ),
  )
}

describe('the duration model', () => {
  test('takes an unknown voice for one of about 14 phonemes a second, with a wide tolerance', () => {
    const { predict, spread } = fitDurations([])
    const units = { vowels: 40, consonants: 60, words: 25, marks: 4, others: 0 }
    expect(100 / predict(units)).toBeGreaterThan(11)
    expect(100 / predict(units)).toBeLessThan(16)
    expect(spread(units)).toBeGreaterThan(0.25)
  })

  test.each([0.6, 1, 1.7])('learns a voice of pace %d from thirty takes', (pace) => {
    expect(worst(takes(30, pace), pace)).toBeLessThan(0.08)
  })

  test('narrows its tolerance with every take it has heard', () => {
    const heard = takes(96, 1)
    const units = take(30, 1).units
    const spreads = [0, 3, 10, 96].map((count) => fitDurations(heard.slice(0, count)).spread(units))
    expect(spreads).toEqual(spreads.toSorted((a, b) => b - a))
    expect(spreads.at(-1)).toBeLessThan(0.06)
  })

  test('is wider for a few sounds than for a long sentence', () => {
    const { spread } = fitDurations(takes(60, 1))
    expect(spread(take(1, 1).units)).toBeGreaterThan(2 * spread(take(30, 1).units))
  })

  test('is not led astray by a fifth of takes that were cut or went on and on', () => {
    const heard = takes(60, 1).map((each, index) =>
      index % 5 === 0 ? { ...each, seconds: each.seconds * (index % 2 ? 0.4 : 3) } : each,
    )
    expect(worst(heard, 1)).toBeLessThan(0.12)
    expect(fitDurations(heard).spread(take(30, 1).units)).toBeLessThan(0.09)
  })

  test('stays sane when all takes are of one text', () => {
    const one = take(20, 1, 0)
    const { predict } = fitDurations(Array.from({ length: 40 }, () => one))
    expect(predict(one.units)).toBeCloseTo(one.seconds, 1)
    const double = take(40, 1, 0)
    expect(Math.abs(Math.log(predict(double.units) / double.seconds))).toBeLessThan(0.25)
  })
})
