// Answers that are there already, by the keys of what was asked.
import type { AnswerStore } from '../../ports/model-answers.ts'
import { rulesOf } from '../../script/rules-of.ts'
import type { PlacedItem } from './placed-item.ts'

export type KeptAnswers = ReadonlyMap<string, unknown>

/**
 * Of each key its answer, checked anew: what an older Lectern kept may have another shape. `model`: whose alone; null:
 * anybody's, `preferred` before others.
 */
export async function keptAnswers(
  store: Pick<AnswerStore, 'find'>,
  items: readonly Pick<PlacedItem, 'key' | 'kind'>[],
  model: string | null,
  preferred: string | null = model,
): Promise<KeptAnswers> {
  const kinds = new Map(items.map(({ key, kind }) => [key, kind]))
  const found = await store.find([...kinds.keys()], preferred)
  return new Map(
    found.flatMap(({ key, model: of, answer }) => {
      const kind = kinds.get(key)
      if (kind === undefined || (model !== null && of !== model)) return []
      const read = rulesOf(kind).answer.safeParse(JSON.parse(answer))
      return read.success ? [[key, read.data] as const] : []
    }),
  )
}
