// The entries of an answer against what was asked: each item stands for itself.
import { canonicalJson, type Json } from '../base/digest.ts'
import type { BadReason, KindRules } from './kind-rules.ts'
import type { Entry } from './read-answer.ts'
import type { AboutBook, ScriptItem } from './script-item.ts'

export type Judged = {
  good: { item: ScriptItem; answer: Json }[]
  bad: { item: ScriptItem; reason: BadReason }[]
}

/** What was not asked for is passed over; what was answered twice in two ways is not answered. */
export function judgeAnswers(
  rules: KindRules,
  about: AboutBook,
  batch: readonly ScriptItem[],
  entries: readonly Entry[],
): Judged {
  const byId = Map.groupBy(entries, ({ id }) => id)
  const judged: Judged = { good: [], bad: [] }
  for (const item of batch) {
    const found = byId.get(item.id) ?? []
    if (found.length === 0) {
      judged.bad.push({ item, reason: 'missing' })
      continue
    }
    const read = found.map(({ fields }) => rules.answer.safeParse(asked(rules, fields)))
    const [answer] = read
    // Checked first: whatever else stands there may be as deep as it likes.
    const ways = new Set(
      read.map(({ data }) => (data === undefined ? '' : canonicalJson(data as Json))),
    )
    if (!answer?.success || ways.size > 1) judged.bad.push({ item, reason: 'shape' })
    else if (!rules.isLikely(answer.data, item, about))
      judged.bad.push({ item, reason: 'unlikely' })
    else judged.good.push({ item, answer: answer.data as Json })
  }
  return judged
}

/** The fields that were asked for: what a model adds of its own, the book's words above all, goes nowhere. */
function asked({ answer }: KindRules, fields: Record<string, unknown>): Record<string, unknown> {
  const known = Object.keys((answer as unknown as { shape: object }).shape)
  return Object.fromEntries(known.flatMap((name) => (name in fields ? [[name, fields[name]]] : [])))
}
