// When words were heard: what a listener misheard, left out or made up is no time of another word.
import { expect, it } from 'vitest'
import { wordTimes } from '../../../src/core/listen/word-times.ts'

/** A word a second. */
const heardAs = (text: string) =>
  text.split(' ').map((word, at) => ({ word, start: at, end: at + 1 }))

const text = 'the lamp burned low in the window'
it.each([
  ['all of it', 'The lamp burned low in the window.', [0, 1, 2, 3, 4, 5, 6]],
  ['another word for one', 'the lamp turned low in the window', [0, 1, 2, 3, 4, 5, 6]],
  ['one too many', 'the lamp uh burned low in the window', [0, 1, 3, 4, 5, 6, 7]],
  ['one too few', 'the lamp low in the window', [0, 1, null, 2, 3, 4, 5]],
  ['something else', 'nobody came that evening at all', []],
])('%s', (_, heard, times) => {
  const found = new Map(
    wordTimes(text, heardAs(heard), 'en').map(({ at, seconds }) => [at, seconds]),
  )
  const words = [...text.matchAll(/\S+/g)].map(({ index }) => found.get(index) ?? null)
  expect(words).toEqual(times.length > 0 ? times : words.map(() => null))
})

it('several words in one have their parts of its time, and time that stands still tells nothing', () => {
  const many = [{ word: 'twenty one', start: 2, end: 4 }]
  expect(wordTimes('twenty-one', many, 'en').map(({ seconds }) => seconds)).toEqual([2, 3])
  const still = heardAs(text).map(({ word }) => ({ word, start: 0, end: 0 }))
  expect(wordTimes(text, still, 'en')).toEqual([])
})
