// How a line is delivered: a closed tone, and a phrase that cannot be anything else.
import { z } from 'zod'
import { longest, tones } from '../../../contract/index.ts'
import type { KindRules } from '../kind-rules.ts'
import { prompts } from '../prompts.ts'
import { isQuoted } from '../quoted.ts'

export const HowAnswer = z.strictObject({
  tone: z.enum(['plain', ...tones]),
  phrase: z.string().max(longest.phrase),
  confidence: z.number().min(0).max(1),
})
export type HowAnswer = z.infer<typeof HowAnswer>

/** A few plain words: no sentence, no sign that could be markup, an address or an order. */
const plainPhrase = /^[a-z][a-z' -]*(, [a-z][a-z' -]*)*$/i
const mostWords = 8

export const howRules: KindRules<HowAnswer> = {
  kind: 'how',
  version: 1,
  prompt: prompts.how,
  answer: HowAnswer,
  isLikely({ phrase }, item) {
    const words = phrase.trim()
    if (words === '') return true
    return (
      plainPhrase.test(words) &&
      words.split(/\s+/).length <= mostWords &&
      !isQuoted(words, item.shown.text)
    )
  },
  answerTokens: () => 32,
  leansOnLines: false,
  wantsCharacters: false,
}
