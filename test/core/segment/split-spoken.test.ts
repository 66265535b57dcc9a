import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { SpokenPart } from '../../../src/contract/index.ts'
import { splitSpoken } from '../../../src/core/segment/split-spoken.ts'

const cut = (text: string, max: number) =>
  splitSpoken([{ text }], max).map((group) => group.map(textOf).join(''))
const textOf = (part: SpokenPart) => ('text' in part ? part.text : '')

describe('spoken text that is too long', () => {
  test('is left alone when it is not', () => {
    const parts: SpokenPart[] = [{ text: 'Short.' }, { pauseMs: 100 }, { text: 'Too.' }]
    expect(splitSpoken(parts, 100)).toEqual([parts])
    expect(splitSpoken([], 100)).toEqual([])
  })

  test.each([
    ['at the end of a sentence', 'He came at last, and saw. |He then left, and was gone.', 40],
    ['at a semicolon before a comma', 'He came at last, and saw; |he then left, and was gone.', 40],
    ['at a dash', 'He came at last, and saw—|he then left, and was gone.', 40],
    ['at a comma', 'The price was 1,250.75 dollars, |which he paid at once.', 40],
    ['before a conjunction', 'He came and saw what there was |and left by the door', 40],
    ['at a space', 'One two three four five six |seven eight', 30],
    ['inside Chinese where it must', '他说他想走可是他没有走|所以他留下来了', 11],
  ])('is cut %s', (_, text, max) =>
    expect(cut(text.replace('|', ''), max)).toEqual(text.split('|')),
  )

  test('is never cut inside a number or a grapheme', () => {
    expect(cut('1,234,567.89 1,234,567.89', 14)).toEqual(['1,234,567.89 ', '1,234,567.89'])
    expect(cut('👨‍👩‍👧👨‍👩‍👧', 10)).toEqual(['👨‍👩‍👧', '👨‍👩‍👧'])
  })

  test('keeps parts with phonemes whole and pauses where they are', () => {
    const parts: SpokenPart[] = [
      { text: 'Some words here ' },
      { ipa: 'təˈmɑːtəʊ', text: 'tomato' },
      { pauseMs: 200 },
      { text: 'and so many words' },
    ]
    expect(splitSpoken(parts, 20)).toEqual([[parts[0]], [parts[1], parts[2]], [parts[3]]])
  })

  test('comes back whole, in pieces that fit', () => {
    const word = fc.constantFrom(
      'word',
      'a',
      '1,000.5',
      'and',
      ';',
      ',',
      '—',
      ' ',
      ' ',
      '. ',
      '中',
      '😀',
    )
    fc.assert(
      fc.property(fc.array(word), fc.integer({ min: 8, max: 60 }), (words, max) => {
        const text = words.join('')
        const pieces = cut(text, max)
        expect(pieces.join('')).toBe(text)
        for (const piece of pieces) expect(piece.length).toBeLessThanOrEqual(max)
      }),
    )
  })
})
