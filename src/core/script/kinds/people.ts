// Who a character is: another name's bearer, and how the voice is to be thought of.
import { z } from 'zod'
import { CharacterDescription, longest } from '../../../contract/index.ts'
import type { KindRules } from '../kind-rules.ts'
import { isPlainPhrase } from '../plain-phrase.ts'
import { prompts } from '../prompts.ts'

export const PeopleAnswer = z.strictObject({
  /** Empty: nobody else, as far as can be told. */
  sameAs: z.string().max(longest.name),
  gender: CharacterDescription.shape.gender,
  age: CharacterDescription.shape.age,
  phrase: z.string().max(longest.phrase),
  confidence: z.number().min(0).max(1),
})
export type PeopleAnswer = z.infer<typeof PeopleAnswer>

export const peopleRules: KindRules<PeopleAnswer> = {
  kind: 'people',
  version: 1,
  prompt: prompts.people,
  answer: PeopleAnswer,
  isLikely({ sameAs, phrase }, { id, shown }, { characters }) {
    const other = sameAs.trim()
    const isShown = other === '' || (other !== id && characters.includes(other))
    return isShown && isPlainPhrase(phrase, shown.text)
  },
  answerTokens: () => 56,
  leansOnLines: false,
  wantsCharacters: true,
}
