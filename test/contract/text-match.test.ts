// Words as a person writes them into a search field, made an expression.
import { describe, expect, it } from 'vitest'
import { expressionOf, TextQuery } from '../../src/contract/index.ts'

const found = (words: string, text: string, isWholeWord = true) =>
  [...text.matchAll(expressionOf({ words, isCaseSensitive: false, isWholeWord }))].map(
    ([word]) => word,
  )

const any = { isCaseSensitive: false, isWholeWord: false }

describe('words looked for in a text', () => {
  it('may hold any sign of the keyboard, each of which is itself alone', () => {
    for (const sign of '-/\\^$.*+?()[]{}|#&~!"\'`@%=<>:;,_')
      for (const isWholeWord of [true, false])
        expect(found(`a${sign}b`, `an a${sign}b or a b`, isWholeWord)).toEqual([`a${sign}b`])
  })

  it('are found where the white space between them is another', () => {
    expect(found('well-known  man', 'A well-known\u00A0man.')).toEqual(['well-known\u00A0man'])
  })

  it('have the white space around them that was typed', () => {
    expect(found('and ', 'Sand and band', false)).toEqual(['and ', 'and '])
    expect(found(' and ', 'Sand and\u00A0band', false)).toEqual([' and\u00A0'])
    expect('Sand and sea'.replaceAll(expressionOf({ ...any, words: ' and ' }), () => ' or ')).toBe(
      'Sand or sea',
    )
    expect(found(' art ', 'Art, an art of its own')).toEqual([' art '])
  })

  it('are no part of a longer word, also with letters of two parts', () => {
    expect(found('art', 'Art, not party.')).toEqual(['Art'])
    expect(found('cafe\u0301', 'Cafe\u0301s, one cafe\u0301.')).toEqual(['cafe\u0301'])
  })

  it('are more than white space', () => {
    expect(TextQuery.safeParse({ ...any, words: ' \u2028 ' }).success).toBe(false)
    expect(TextQuery.safeParse({ ...any, words: ' a' }).success).toBe(true)
  })

  it('are the same in letters of one sign and of several', () => {
    expect(found('Cafe\u0301', 'one caf\u00E9')).toEqual(['caf\u00E9'])
    expect(found('caf\u00E9', 'one cafe\u0301', false)).toEqual(['cafe\u0301'])
    expect(found('\uD55C', '\u1112\u1161\u11AB', false)).toEqual(['\u1112\u1161\u11AB'])
  })
})
