// A line in another language: the only kind whose answer is shown and spoken instead of the book's words.
import { z } from 'zod'
import { longest } from '../../../contract/index.ts'
import type { KindRules } from '../kind-rules.ts'
import { prompts } from '../prompts.ts'
import { tokensOf } from '../tokens.ts'

export const TranslationAnswer = z.strictObject({ text: z.string().min(1).max(longest.text) })
export type TranslationAnswer = z.infer<typeof TranslationAnswer>

/** So much longer or shorter than its original no translation is, whatever the two scripts. */
const mostTimes = 4
const roomLetters = 80
const leastShare = 1 / 8
/** A line of so many words, or letters, that comes back as it was is not translated; a shorter one may be a name. */
const nameWords = 5
const nameLetters = 60

/** What no translation brings in: addresses, and signs of markup. */
const foreign = /https?:\/\/\S+|[<>{}`]/giu
const plain = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '')

export const translationRules: KindRules<TranslationAnswer> = {
  kind: 'translation',
  version: 1,
  prompt: prompts.translation,
  answer: TranslationAnswer,
  isLikely({ text }, { shown }) {
    const original = shown.text
    const said = text.trim()
    const isOfItsLength =
      said.length <= original.length * mostTimes + roomLetters &&
      said.length >= original.length * leastShare
    const isName = original.length < nameLetters && original.split(/\s+/).length < nameWords
    const isAnother = isName || plain(said) !== plain(original)
    const isItsOwn = (said.match(foreign) ?? []).every((each) => original.includes(each))
    return /[\p{L}\p{N}]/u.test(said) && isOfItsLength && isAnother && isItsOwn
  },
  /** Other languages have about as many words, of more tokens. */
  answerTokens: ({ shown }) => 12 + Math.ceil(tokensOf(shown.text) * 1.3),
  leansOnLines: false,
  wantsCharacters: false,
}
