// Where two lines meet: some scripts put no space there, for they have none between words.
import { unspacedLetter } from '../base/unspaced-letter.ts'

/** With the signs of such scripts. */
const unspaced = `(?:${unspacedLetter.source}|[\\u3000-\\u303f\\uff01-\\uff65\\uffe0-\\uffef])`
const begins = new RegExp(`^${unspaced}`, 'u')
const ends = new RegExp(`${unspaced}$`, 'u')

/** Whether what ends here and what begins there belong together without a space. */
export const meetUnspaced = (before: string, after: string): boolean =>
  // Two units: a letter may have as many.
  ends.test(before.slice(-2)) && begins.test(after)
