// Whether a phrase of a model is nothing but a few plain words.
import { isQuoted } from './quoted.ts'

/** No sentence, no sign that could be markup, an address or an order. */
const plainPhrase = /^[a-z][a-z' -]*(, [a-z][a-z' -]*)*$/i
const mostWords = 8

/** None at all is one too; words that only stand in the `text` asked about are none. */
export function isPlainPhrase(phrase: string, text: string): boolean {
  const words = phrase.trim()
  return (
    words === '' ||
    (plainPhrase.test(words) && words.split(/\s+/).length <= mostWords && !isQuoted(words, text))
  )
}
