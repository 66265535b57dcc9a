// Which voice each character gets.
import { describe, expect, test } from 'vitest'
import type { Voice } from '../../../src/contract/index.ts'
import { fittingVoices } from '../../../src/core/cast/fitting-voices.ts'

const voice = (name: string, gender: Voice['gender'], languages = ['en-GB']): Voice => ({
  ...{ id: `here:${name}`, provider: 'here', kind: 'neural', name, label: name },
  ...{ languages, gender },
})
const all = [
  voice('narrator', 'female'),
  voice('emma', 'female'),
  voice('george', 'male'),
  voice('anybody', 'unknown'),
  voice('greta', 'female', ['de']),
]
const how = { language: 'en', narrator: 'here:narrator', taken: ['here:narrator'] }
const given = (characters: Parameters<typeof fittingVoices>[0], voices = all, more = {}) =>
  Object.fromEntries(fittingVoices(characters, voices, { ...how, ...more }))

describe('voices for characters', () => {
  test('fit their gender and the language, and are never the narrator’s', () => {
    expect(
      given([
        { id: 'anna', gender: 'she' },
        { id: 'tom', gender: 'he' },
      ]),
    ).toEqual({ anna: 'here:emma', tom: 'here:george' })
  })

  test('are others for everybody while there are any, and then those that fewest have', () => {
    const women = ['a', 'b', 'c', 'd'].map((id) => ({ id, gender: 'she' as const }))
    expect(given(women)).toEqual({
      a: 'here:emma',
      b: 'here:anybody',
      c: 'here:emma',
      d: 'here:anybody',
    })
    expect(given([{ id: 'a', gender: 'she' }], all, { taken: ['here:emma'] })).toEqual({
      a: 'here:anybody',
    })
  })

  test('are none where none fits', () => {
    expect(given([{ id: 'a', gender: 'he' }], [voice('emma', 'female')])).toEqual({})
    expect(given([{ id: 'a', gender: null }], [voice('greta', 'female', ['de'])])).toEqual({})
  })
})
