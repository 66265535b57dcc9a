// Words are counted as Intl.Segmenter counts them, whichever way is taken.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { countText } from '../../../src/core/segment/count-text.ts'

const segmenter = new Intl.Segmenter('und', { granularity: 'word' })
const reference = (text: string) => ({
  words: [...segmenter.segment(text)].filter(({ isWordLike }) => isWordLike).length,
  characters: [...text].length,
})

describe('counting', () => {
  it.each([
    ['It’s 1,000 o’clock, e.g. “now” — at 3.5.', 7],
    ['ein_wort und café', 3],
    ['漢字とかな', 3],
    ['', 0],
  ])('knows the words of %s', (text, words) => {
    expect(countText([text])).toEqual(reference(text))
    expect(reference(text).words).toBe(words)
  })

  it('agrees with the segmenter on whatever stands together', () => {
    const unit = fc.constantFrom(..."ab Z19.,;:'’‘“”—-_(@&/…\né漢𝐀")
    fc.assert(
      fc.property(fc.string({ unit, maxLength: 14 }), (text) => {
        expect(countText([text])).toEqual(reference(text))
      }),
      { numRuns: 5000 },
    )
  })
})
