// What is said against a take that was listened to: what is wrong with it, and not what a listener got wrong.
import { describe, expect, test } from 'vitest'
import {
  hearingDifferences,
  mostHearings,
  verdictOf,
  type Difference,
} from '../../../src/core/listen/judge-hearing.ts'
import { seeded } from '../../chaos/seeded.ts'
import { mishear } from '../../transcription-server/mishear.ts'
import { line, slipped, slips } from './lines.ts'

const share = { words: 0.05, names: 0.3 }
const count = 600

/** As the studio does: heard as often as the verdict asks for. */
function isFlagged(text: string, said: string, random: () => number): boolean {
  const hearings: Difference[][] = []
  while (verdictOf(hearings).again)
    hearings.push(hearingDifferences(text, mishear(said, share, random), 'en'))
  expect(hearings.length).toBeLessThanOrEqual(mostHearings)
  return verdictOf(hearings).wrong.length > 0
}

describe('listening back by a listener who errs on one word in twenty and three names in ten', () => {
  test.each(slips)('finds at least 95 of 100 %s words', (slip) => {
    const random = seeded(7)
    const found = Array.from({ length: count }, (_, index) => line(index)).filter((text) =>
      isFlagged(text, slipped(text, slip, random), random),
    )
    expect(found.length / count).toBeGreaterThanOrEqual(0.95)
  })

  test('says something against at most one clean take in a hundred', () => {
    const random = seeded(11)
    const wrongly = Array.from({ length: count * 3 }, (_, index) => line(index)).filter((text) =>
      isFlagged(text, text, random),
    )
    expect(wrongly.length / (count * 3)).toBeLessThanOrEqual(0.01)
  })
})

describe('a hearing', () => {
  const kinds = (expected: string, heard: string, language = 'en') =>
    hearingDifferences(expected, heard, language).map(({ kind, expected: a, heard: b }) => [
      kind,
      a,
      b,
    ])

  test.each([
    ['The lamp went out again.', 'the lamp went out again', []],
    ['The lamp went out again.', 'The lamp went again.', [['missing', 'out', '']]],
    ['The lamp went out again.', 'The lamp lamp went out again.', [['added', '', 'lamp']]],
    [
      'The lamp went out again.',
      'The went lamp out again.',
      [['swapped', 'lamp went', 'went lamp']],
    ],
    ['The lamp went out again.', 'The lamp went home again.', [['other', 'out', 'home']]],
    // Heard or spelled a little differently.
    ['The lamps went out again.', 'The lamp went out again.', []],
    ['He met Cholmondeley there.', 'He met Chumley there.', []],
    ['Is there any one here?', 'Is there anyone here', []],
    ['He’d gone to the café alone.', 'Hed gone to the cafe alone', []],
    // Of two words nobody can be sure.
    ['Hi there!', 'High the', []],
    ['Der Hund lief schnell fort.', 'Der Hut lief schnell fort', []],
  ])('of %j as %j differs by %j', (expected, heard, differences) => {
    expect(kinds(expected, heard)).toEqual(differences)
  })

  test('of a language without spaces is compared sign by sign', () => {
    expect(kinds('今日は天気がいい', '今日は気がいい', 'ja')).toEqual([['missing', '天', '']])
  })

  test('of silence misses everything', () => {
    expect(kinds('The lamp went out again.', '').length).toBe(5)
  })
})
