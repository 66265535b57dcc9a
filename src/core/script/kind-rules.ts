// What each kind of asking is made of; one file for each in kinds/.
import type { z } from 'zod'
import type { AskedKind, UnansweredItem } from '../../contract/index.ts'
import type { AboutBook, ScriptItem } from './script-item.ts'

export type KindRules<Answer = unknown> = {
  kind: AskedKind
  /** Raised when the prompt or the shape of its answers changes: old answers are not found any more. */
  version: number
  /** What the model is told to do. */
  prompt: string
  /** Strict; of one item, its id beside it. */
  answer: z.ZodType<Answer>
  /** Whether it can be the answer to this item at all: a model also obeys what stands in a text. */
  isLikely(answer: Answer, item: ScriptItem, about: AboutBook): boolean
  /** About how many tokens its answer has. */
  answerTokens(item: ScriptItem): number
  /** Whether an answer is nothing without the lines right beside it. */
  leansOnLines: boolean
  /** Whether the names of the book's characters are shown. */
  wantsCharacters: boolean
}

/** Why there is no answer. */
export type BadReason = UnansweredItem['reason']
