// Words as a person writes them into a search field, made an expression.
import { describe, expect, it } from 'vitest'
import { expressionOf, TextQuery } from '../../src/contract/index.ts'

const found = (words: string, text: string, isWholeWord = true) =>
  [...text.matchAll(expressionOf({ words, isCaseSensitive: false, isWholeWord }))].map(
    ([word]) => word,
  )

describe('words looked for in a text', () => {
  it('may hold any sign of the keyboard, each of which is itself alone', () => {
    for (const sign of '-/\\^$.*+?()[]{}|#&~!"\'`@%=<>:;,_')
      for (const isWholeWord of [true, false])
        expect(found(`a${sign}b`, `an a${sign}b or a b`, isWholeWord)).toEqual([`a${sign}b`])
  })

  it('are found where the white space between them is another', () => {
    expect(found('well-known  man', 'A well-known\u00A0man.')).toEqual(['well-known\u00A0man'])
  })

  it('are no part of a longer word, also with white space around them and letters of two parts', () => {
    expect(found(' art ', 'Art, not party.')).toEqual(['Art'])
    expect(found('cafe\u0301', 'Cafe\u0301s, one cafe\u0301.')).toEqual(['cafe\u0301'])
  })

  it('are more than white space', () => {
    const query = { isCaseSensitive: false, isWholeWord: false }
    expect(TextQuery.safeParse({ ...query, words: ' \u2028 ' }).success).toBe(false)
    expect(TextQuery.safeParse({ ...query, words: ' a' }).success).toBe(true)
  })
})
