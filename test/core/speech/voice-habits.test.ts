import { describe, expect, test } from 'vitest'
import type { TakeFlag } from '../../../src/contract/index.ts'
import {
  learn,
  noHabits,
  readHabits,
  summarise,
  type HabitTake,
} from '../../../src/core/speech/voice-habits.ts'

const habit = (more: Partial<HabitTake> = {}): HabitTake => ({
  units: { vowels: 20, consonants: 30, words: 12, marks: 2, others: 0 },
  seconds: 3.8,
  sampleRate: 22_050,
  pitchHz: 110,
  centroidHz: 1700,
  endDb: -30,
  ...more,
})
const flag = (code: TakeFlag['code'], severity: TakeFlag['severity']): TakeFlag => ({
  code,
  severity,
  params: {},
})
const learnAll = (takes: readonly HabitTake[], flags: readonly TakeFlag[] = [], from = noHabits) =>
  takes.reduce((habits, take) => learn(habits, take, flags), from)
const many = (count: number, more: Partial<HabitTake> = {}) =>
  Array.from({ length: count }, () => habit(more))

describe('a voice’s habits', () => {
  test('are unknown at first, and usual after a few takes', () => {
    expect(summarise(noHabits)).toMatchObject({ known: 0, sampleRate: null, pitchHz: null })
    const { pitchHz, centroidHz, sampleRate, loudEndDb } = summarise(learnAll(many(8)))
    expect(pitchHz?.value).toBeCloseTo(110)
    expect(centroidHz?.value).toBeCloseTo(1700)
    expect([sampleRate, loudEndDb]).toEqual([22_050, -30])
  })

  test('come back from JSON as they were', () => {
    const habits = learnAll(many(3))
    expect(readHabits(JSON.stringify(habits))).toEqual(habits)
  })

  test.each([null, '', '{', 'null', '[]', '{"version":0,"takes":[],"doubted":[]}'])(
    'of %j are those of a voice never heard',
    (json) => {
      expect(readHabits(json)).toEqual(noHabits)
    },
  )

  test('forget what is long past', () => {
    const habits = learnAll(many(500, { pitchHz: 200 }), [], learnAll(many(500)))
    expect(habits.takes.length).toBeLessThan(100)
    expect(summarise(habits).pitchHz?.value).toBeCloseTo(200)
  })

  test('learn from what was only flagged, not from what was bad', () => {
    const known = learnAll(many(10))
    expect(learn(known, habit(), [flag('skipped', 'flagged')]).takes).toHaveLength(11)
    expect(learn(known, habit(), [flag('skipped', 'bad')]).takes).toHaveLength(10)
  })

  test('are given up when forty bad takes in a row agree with one another, and no sooner', () => {
    const slow = many(40, { seconds: 8 })
    const known = learnAll(many(60))
    const almost = learnAll(slow.slice(1), [flag('runaway', 'bad')], known)
    expect(almost.takes).toEqual(known.takes)
    const habits = learnAll(slow, [flag('runaway', 'bad')], known)
    expect(habits.takes).toEqual(slow)
    expect(habits.doubted).toEqual([])
  })

  test('are kept when bad takes are each bad in another way, or good ones are between', () => {
    const known = learnAll(many(60))
    const wild = Array.from({ length: 40 }, (_, index) => habit({ seconds: index % 2 ? 1 : 12 }))
    expect(learnAll(wild, [flag('runaway', 'bad')], known).takes).toEqual(known.takes)
    let mixed = known
    for (const take of many(40, { seconds: 8 }))
      mixed = learn(learn(mixed, take, [flag('runaway', 'bad')]), habit(), [])
    expect(mixed.takes.every(({ seconds }) => seconds < 4)).toBe(true)
  })

  test.each(['empty', 'noise', 'clipped', 'silence', 'repeated', 'truncated', 'cut-off'] as const)(
    'never take %s for what is usual',
    (code) => {
      const known = learnAll(many(10))
      expect(learnAll(many(60, { seconds: 8 }), [flag(code, 'bad')], known)).toEqual(known)
    },
  )
})
