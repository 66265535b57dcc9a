import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
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

function displayOffset(map: readonly (readonly [number, number])[], at: number): number {
  const anchor = map.findLast(([spoken]) => spoken <= at) ?? [0, 0]
  return anchor[1] + at - anchor[0]
}
