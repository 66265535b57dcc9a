// Whether an answer only gives back what stood in the text, as a model does that follows the text.
import { unspacedLetter } from '../base/unspaced-letter.ts'

/** So much of a passage word by word is no accident. */
const quotedFrom = 12

const plain = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

/** Whatever its signs and its case. Short words may stand anywhere. */
export function isQuoted(words: string, text: string): boolean {
  const sought = plain(words)
  return sought.length >= quotedFrom && plain(text).includes(sought)
}

// Where no spaces part words, a word may stand anywhere.
const begins = new RegExp(`^${unspacedLetter.source}`, 'u')
const ends = new RegExp(`${unspacedLetter.source}$`, 'u')

/** Whether a word or name stands in a text, with no letter before or behind it: to be asked of many texts. */
export function seeker(word: string): (text: PlainText) => boolean {
  const sought = plain(word)
  const [before, behind] = [begins, ends].map((edge) => (edge.test(sought) ? '' : ' '))
  const whole = `${before}${sought}${behind}`
  return ({ plainly }) => sought !== '' && plainly.includes(whole)
}

export type PlainText = { plainly: string }
export const plainText = (text: string): PlainText => ({ plainly: ` ${plain(text)} ` })

export const stands = (word: string, text: string): boolean => seeker(word)(plainText(text))
