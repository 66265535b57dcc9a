// A line made for the eye as a sentence for the ear: the only kind that writes what is spoken, beside the text.
import { z } from 'zod'
import type { KindRules } from '../kind-rules.ts'
import { prompts } from '../prompts.ts'

/** Longer than any line that is worth saying. */
const longestSaid = 2000

export const EarAnswer = z.strictObject({
  /** Empty: it is best said as it stands. */
  say: z.string().max(longestSaid),
  confidence: z.number().min(0).max(1),
})
export type EarAnswer = z.infer<typeof EarAnswer>

/** What cannot be said is no sentence for the ear. */
const unsayable = /[<>{}|\\^=\t]|https?:/
const room = 300
const mostTimes = 8

export const earRules: KindRules<EarAnswer> = {
  kind: 'ear',
  version: 1,
  prompt: prompts.ear,
  answer: EarAnswer,
  isLikely({ say }, { shown }) {
    if (say.trim() === '') return true
    return (
      /\p{L}/u.test(say) &&
      !unsayable.test(say) &&
      say.length <= shown.text.length * mostTimes + room
    )
  },
  answerTokens: () => 80,
  leansOnLines: false,
  wantsCharacters: false,
}
