// The table of kinds.
import type { AskedKind } from '../../contract/index.ts'
import type { KindRules } from './kind-rules.ts'
import { descriptionRules } from './kinds/description.ts'
import { earRules } from './kinds/ear.ts'
import { howRules } from './kinds/how.ts'
import { peopleRules } from './kinds/people.ts'
import { translationRules } from './kinds/translation.ts'
import { whoRules } from './kinds/who.ts'
import { wordsRules } from './kinds/words.ts'

const rules = {
  who: whoRules,
  people: peopleRules,
  how: howRules,
  words: wordsRules,
  ear: earRules,
  description: descriptionRules,
  translation: translationRules,
}

/** Answers are checked by the rules themselves, so that one shape serves all kinds. */
export const rulesOf = (kind: AskedKind): KindRules => rules[kind] as KindRules
