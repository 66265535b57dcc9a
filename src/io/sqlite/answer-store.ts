// The answers of language models as they rest in the store's thread, beside the books.
import type { AnswerStore } from '../../core/ports/model-answers.ts'
import type { Database } from './database.ts'
import { answerStatements } from './statements/answer-statements.ts'
import type { Synchronous } from './synchronous.ts'

/** Answers kept, some hundred bytes each: of a hundred long books. */
const mostAnswers = 500_000
/** Forgotten in one transaction, so that others wait for a moment only. */
const batch = 2000
/** What was used of late is not noted again: looking a whole book up must not write a whole book. */
const touchAgainMs = 3_600_000

/** `now` is milliseconds since the epoch. */
export function createAnswerStore(database: Database, now: () => number): Synchronous<AnswerStore> {
  const prepared = database.prepare(answerStatements)
  return {
    find(keys, model) {
      const at = now()
      const found = keys.flatMap((key) => prepared.find.get({ key, model: model ?? '' }) ?? [])
      const due = found.filter(({ usedAt }) => at - usedAt > touchAgainMs)
      if (due.length > 0)
        database.transaction(() => {
          for (const { key, model: of } of due) prepared.touch.run({ key, model: of, now: at })
        })
      return found.map(({ usedAt: _, ...kept }) => kept)
    },
    keep: (answers, at) =>
      database.transaction(() => {
        for (const answer of answers) prepared.keep.run({ ...answer, now: at })
      }),
    sweep: (unusedSince) => ({
      forgotten: database.transaction(() => {
        const unused = prepared.forgetUnused.run({ before: unusedSince, most: batch })
        const tooMany = (prepared.count.get({})?.count ?? 0) - mostAnswers
        if (tooMany <= 0) return unused
        const ever = Number.MAX_SAFE_INTEGER
        return unused + prepared.forgetUnused.run({ before: ever, most: Math.min(batch, tooMany) })
      }),
    }),
    dismissed: (projectId) => prepared.dismissed.all({ projectId }).map(({ key }) => key),
    dismiss: (projectId, keys, dismissed) =>
      database.transaction(() => {
        for (const key of keys)
          (dismissed ? prepared.dismiss : prepared.restore).run({ projectId, key })
      }),
  }
}
