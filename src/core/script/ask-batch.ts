// One batch asked until each of its items has an answer, or is known to get none.
import type { Json } from '../base/digest.ts'
import type { ModelAnswer, ModelQuestion } from '../ports/language-models.ts'
import { judgeAnswers } from './judge-answers.ts'
import type { BadReason, KindRules } from './kind-rules.ts'
import { questionOf } from './question.ts'
import { readAnswer } from './read-answer.ts'
import type { AboutBook, ScriptItem } from './script-item.ts'

export type AskingBatch = {
  rules: KindRules
  about: AboutBook
  /** Fails as the model does; that ends the batch. */
  ask(question: ModelQuestion): Promise<ModelAnswer>
  /** As soon as they are known: what is paid for must not wait for the others. */
  onGood(answers: { item: ScriptItem; answer: Json }[]): Promise<void>
  /** What it throws ends the batch. */
  onBad(item: ScriptItem, reason: BadReason): void
}

/**
 * A bad item is asked about again alone, once. Where nothing of an answer can be used the batch is halved, so
 * that what spoils it is found in few calls.
 */
export async function askBatch(
  batch: readonly ScriptItem[],
  { rules, about, ask, onGood, onBad }: AskingBatch,
): Promise<void> {
  const turn = async (items: readonly ScriptItem[], isLast: boolean): Promise<void> => {
    const { text, isRefused } = await ask(questionOf(rules, about, items))
    const entries = isRefused ? [] : readAnswer(text)
    const { good, bad } = judgeAnswers(rules, about, items, entries)
    if (good.length > 0) await onGood(good)
    if (isLast) {
      for (const { item, reason } of bad) onBad(item, isRefused ? 'refused' : reason)
      return
    }
    if (good.length === 0 && items.length > 2) {
      const half = Math.ceil(items.length / 2)
      await turn(items.slice(0, half), false)
      await turn(items.slice(half), false)
      return
    }
    for (const { item } of bad) await turn([item], true)
  }
  await turn(batch, false)
}
