// Answers that are there already, by the keys of what was asked.
import type { AnswerStore } from '../../ports/model-answers.ts'
import { rulesOf } from '../../script/rules-of.ts'
import type { AboutBook } from '../../script/script-item.ts'
import type { PlacedItem } from './placed-item.ts'

export type KeptAnswers = ReadonlyMap<string, unknown>

/**
 * Of each key its answer, checked anew against who asks now: what was likely in another book, or to an older Lectern,
 * need not be so here. `model`: whose alone; null: anybody's, `preferred` before others.
 */
export async function keptAnswers(
  store: Pick<AnswerStore, 'find'>,
  items: readonly Pick<PlacedItem, 'key' | 'kind' | 'item'>[],
  about: AboutBook,
  model: string | null,
  preferred: string | null = model,
): Promise<KeptAnswers> {
  const byKey = new Map(items.map((each) => [each.key, each]))
  const found = await store.find([...byKey.keys()], preferred)
  return new Map(
    found.flatMap(({ key, model: of, answer }) => {
      const asked = byKey.get(key)
      if (!asked || (model !== null && of !== model)) return []
      const rules = rulesOf(asked.kind)
      const read = rules.answer.safeParse(JSON.parse(answer))
      const isGood = read.success && rules.isLikely(read.data, asked.item, about)
      return isGood ? [[key, read.data] as const] : []
    }),
  )
}
