// How a hard word is said: letters that any voice reads, and phonemes for those that take them.
import { z } from 'zod'
import { longest } from '../../../contract/index.ts'
import type { KindRules } from '../kind-rules.ts'
import { prompts } from '../prompts.ts'

export const WordsAnswer = z.strictObject({
  say: z.string().min(1).max(longest.say),
  ipa: z.string().max(longest.ipa),
  confidence: z.number().min(0).max(1),
})
export type WordsAnswer = z.infer<typeof WordsAnswer>

/** Letters, and what joins them: respelled syllables, or a number in words. */
const sayable = /^[\p{L}\p{M}][\p{L}\p{M}'’ .-]*$/u
/** Phonemes are letters, marks and a few signs; whatever else stands there is none. */
const phonemes = /^[\p{L}\p{M}\p{Lm}\p{Sk}\u203f .|-]*$/u
/** `1914` in words is long; a sentence of its own is longer. */
const longestFor = (word: string): number =>
  /\d/.test(word) ? 24 + word.length * 14 : 8 + word.length * 4

export const wordsRules: KindRules<WordsAnswer> = {
  kind: 'words',
  version: 1,
  prompt: prompts.words,
  answer: WordsAnswer,
  isLikely({ say, ipa }, { id }) {
    return sayable.test(say.trim()) && phonemes.test(ipa.trim()) && say.length <= longestFor(id)
  },
  answerTokens: () => 40,
  leansOnLines: false,
  wantsCharacters: false,
}
