import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Segment } from '../../../src/contract/index.ts'
import { spokenOf } from '../../../src/core/segment/spoken-of.ts'

const said = (text: string) =>
  spokenOf(text, 'und')
    .spoken.map((part) => ('text' in part ? part.text : ''))
    .join('')

describe('what is spoken', () => {
  test.each([
    ['Plain words, “quoted” — and so on…', 'Plain words, “quoted” — and so on…'],
    ['  too \n much\tspace \u00a0 here  ', 'too much space here'],
    ['hy\u00adphen\u200bated\ufeff', 'hyphenated'],
    ['a\0b\u0007c\u0085d\ue000e', 'abcde'],
    ['broken \ud800 surrogate', 'broken surrogate'],
    ['Hello 😀 you 👨‍👩‍👧🏽 there 🇩🇪!', 'Hello you there !'],
    ['word😀word', 'word word'],
    ['© 2024 Lectern™', '© 2024 Lectern™'],
    ['1️⃣ first', '1 first'],
    ['_so_ it *is*, snake_case and 2*3', 'so it is, snake_case and 2*3'],
    ['He said so.[12] And so [3] on.†', 'He said so. And so on.'],
    ['The end.¹² It was 20 m² and x².', 'The end. It was 20 m² and x².'],
    ['In [1984] he wrote', 'In [1984] he wrote'],
    ['In 1984³ it was 10³ and 125².', 'In 1984 it was 10³ and 125².'],
    ['cafe\u0301', 'café'],
    ['• item ★ two', 'item two'],
    ['می‌خواهم', 'می‌خواهم'],
  ])('%j → %j', (text, expected) => expect(said(text)).toBe(expected))

  test.each(['', ' ', '* * *', '…', '—', '“”', '😀', '\u00ad', '\0'])('is nothing of %j', (text) =>
    expect(spokenOf(text, 'und')).toEqual({ spoken: [], map: [] }),
  )

  test('is clean already when it is cleaned once', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(said(said(text))).toBe(said(text))
      }),
    )
  })
})

describe('the source map', () => {
  test('leads every spoken letter back to itself', () => {
    const piece = fc.oneof(
      fc.constantFrom('\u00ad', '  ', ' ', '😀', '[1]', '_', '\0', '\u200b', '²', '*'),
      fc.string({ unit: fc.constantFrom(...'abcde fghij.,“”é') }),
    )
    fc.assert(
      fc.property(fc.array(piece), (pieces) => {
        const text = pieces.join('')
        const { map } = spokenOf(text, 'und')
        const spoken = said(text)
        for (const [at, letter] of [...spoken].entries())
          if (letter !== ' ') expect(text[displayOffset(map, at)]).toBe(letter)
      }),
    )
  })

  test('ascends in both', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const { map } = spokenOf(text, 'und')
        for (const [i, [spoken, display]] of map.slice(1).entries()) {
          expect(spoken).toBeGreaterThan(map[i]?.[0] ?? Infinity)
          expect(display).toBeGreaterThan(map[i]?.[1] ?? Infinity)
        }
      }),
    )
  })

  test('of plain text is one anchor', () => {
    expect(spokenOf('As it is written. ', 'und').map).toEqual([[0, 0]])
  })
})

describe('a reading', () => {
  const read = (
    text: string,
    readings: [at: number, length: number, say: string][],
    to = 'und',
  ) => {
    const given = readings.map(([at, length, say]) => ({ at, length, say }))
    return spokenOf(text, to, given)
  }
  const words = ({ spoken }: Pick<Segment, 'spoken'>) =>
    spoken.map((part) => ('text' in part ? part.text : '')).join('')

  test('is said instead of what is shown', () => {
    const { map, ...spoken } = read('漢字だ。', [[0, 2, 'かんじ']])
    expect(words(spoken)).toBe('かんじだ。')
    expect(map).toEqual([
      [0, 0],
      [3, 2],
    ])
  })

  test('that says nothing leaves no second space', () =>
    expect(words(read('Now (x) then', [[4, 3, '']]))).toBe('Now then'))

  test('goes before the signs that meet it', () =>
    expect(words(read('so *it* is', [[3, 4, 'that']]))).toBe('so that is'))

  test('that says nothing of all there is leaves nothing to say', () =>
    expect(read('EMMA: …', [[0, 5, '']])).toEqual({ spoken: [], map: [] }))

  test('is seen by the rules of the language', () => {
    const { normalised } = read('It was X then.', [[7, 1, '12']], 'en')
    expect(normalised && words(normalised)).toBe('It was twelve then.')
    expect(normalised?.map).toEqual([
      [0, 0],
      [13, 8],
    ])
  })

  test('leads back by a map that ascends in both texts and stays within them', () => {
    const say = fc.constantFrom('', ' ', '12', 'the year 1984 or Dr. No', 'かんじ', 'x')
    const piece = fc.tuple(fc.constantFrom('a ', 'in 1990 ', '*b* ', '漢', ', '), say, fc.boolean())
    fc.assert(
      fc.property(fc.array(piece), (pieces) => {
        let text = ''
        const readings: [number, number, string][] = []
        for (const [shown, instead, isRead] of pieces) {
          if (isRead) readings.push([text.length, shown.length, instead])
          text += shown
        }
        const bare = read(text, readings, 'en')
        for (const told of [bare, bare.normalised ?? bare])
          for (const [index, [at, display]] of told.map.entries()) {
            expect(display).toBeLessThan(text.length)
            expect(at).toBeLessThan(words(told).length)
            if (index === 0) continue
            expect(at).toBeGreaterThan(told.map[index - 1]?.[0] ?? Infinity)
            expect(display).toBeGreaterThan(told.map[index - 1]?.[1] ?? Infinity)
          }
      }),
    )
  })
})

describe('an address', () => {
  test.each([
    ['https://www.example.org/a?b=1', ''],
    ['<www.example.org>', ''],
    ['(mail@example.org).', ''],
    ['Our site (https://en.example.org/wiki/A_(b)), which is new.', 'Our site, which is new.'],
    ['See here <http://example.org> and [ www.example.org/x ].', 'See here and.'],
    ['Visit www.example.org for more.', 'Visit www.example.org for more.'],
    ['(see www.example.org)', '(see www.example.org)'],
  ])('%j is said as %j', (text, expected) => expect(said(text)).toBe(expected))
})

function displayOffset(map: readonly (readonly [number, number])[], at: number): number {
  const anchor = map.findLast(([spoken]) => spoken <= at) ?? [0, 0]
  return anchor[1] + at - anchor[0]
}
