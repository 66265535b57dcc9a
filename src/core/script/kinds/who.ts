// Who speaks a quotation: a character of the book, or a name that stands in the lines shown.
import { z } from 'zod'
import { longest } from '../../../contract/index.ts'
import type { KindRules } from '../kind-rules.ts'
import { prompts } from '../prompts.ts'
import { stands } from '../quoted.ts'

export const WhoAnswer = z.strictObject({
  /** Empty: nobody, or nobody knows. */
  speaker: z.string().max(longest.name),
  confidence: z.number().min(0).max(1),
})
export type WhoAnswer = z.infer<typeof WhoAnswer>

export const whoRules: KindRules<WhoAnswer> = {
  kind: 'who',
  version: 1,
  prompt: prompts.who,
  answer: WhoAnswer,
  isLikely({ speaker }, { shown, before, after }, { characters }) {
    const name = speaker.trim()
    if (name === '' || characters.includes(name)) return true
    // A name, not whatever words of the lines: it begins with a capital, where its letters have such.
    if (/^\p{Ll}/u.test(name)) return false
    return [shown.text, ...[...before, ...after].map(({ text }) => text)].some((text) =>
      stands(name, text),
    )
  },
  answerTokens: () => 24,
  leansOnLines: true,
  wantsCharacters: true,
}
