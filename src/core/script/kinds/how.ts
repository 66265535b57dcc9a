// How a line is delivered: a closed tone, and a phrase that cannot be anything else.
import { z } from 'zod'
import { longest, tones } from '../../../contract/index.ts'
import type { KindRules } from '../kind-rules.ts'
import { isPlainPhrase } from '../plain-phrase.ts'
import { prompts } from '../prompts.ts'

export const HowAnswer = z.strictObject({
  tone: z.enum(['plain', ...tones]),
  phrase: z.string().max(longest.phrase),
  confidence: z.number().min(0).max(1),
})
export type HowAnswer = z.infer<typeof HowAnswer>

export const howRules: KindRules<HowAnswer> = {
  kind: 'how',
  version: 1,
  prompt: prompts.how,
  answer: HowAnswer,
  isLikely: ({ phrase }, item) => isPlainPhrase(phrase, item.shown.text),
  answerTokens: () => 32,
  leansOnLines: false,
  wantsCharacters: false,
}
