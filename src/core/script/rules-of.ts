// The table of kinds.
import type { ScriptKind } from '../../contract/index.ts'
import type { KindRules } from './kind-rules.ts'
import { earRules } from './kinds/ear.ts'
import { howRules } from './kinds/how.ts'
import { peopleRules } from './kinds/people.ts'
import { whoRules } from './kinds/who.ts'
import { wordsRules } from './kinds/words.ts'

const rules = {
  who: whoRules,
  people: peopleRules,
  how: howRules,
  words: wordsRules,
  ear: earRules,
}

/** Answers are checked by the rules themselves, so that one shape serves all kinds. */
export const rulesOf = (kind: ScriptKind): KindRules => rules[kind] as KindRules
