// What a book is about, for whoever might listen to it: it stands in the finished files and is spoken nowhere.
import { z } from 'zod'
import type { KindRules } from '../kind-rules.ts'
import { prompts } from '../prompts.ts'
import { isQuoted } from '../quoted.ts'

const longestSaid = 2000

export const DescriptionAnswer = z.strictObject({
  /** Empty: what was shown does not tell. */
  say: z.string().max(longestSaid),
  confidence: z.number().min(0).max(1),
})
export type DescriptionAnswer = z.infer<typeof DescriptionAnswer>

/** It is told 120: models count badly. */
const mostWords = 160
/** Markup and addresses are no description. */
const strange = /[<>{}|\\^=\t]|https?:|www\./

export const descriptionRules: KindRules<DescriptionAnswer> = {
  kind: 'description',
  version: 1,
  prompt: prompts.description,
  answer: DescriptionAnswer,
  isLikely({ say }, { shown }) {
    const words = say.trim()
    if (words === '') return true
    const isShort = words.split(/\s+/).length <= mostWords
    return isShort && /\p{L}/u.test(words) && !strange.test(words) && !isQuoted(words, shown.text)
  },
  answerTokens: () => 220,
  leansOnLines: false,
  wantsCharacters: false,
}
