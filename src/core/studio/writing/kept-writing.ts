// Sections that a model has written before, by the keys of what it was asked.
import { z } from 'zod'
import type { AnswerStore } from '../../ports/model-answers.ts'
import type { ModelAnswer } from '../../ports/language-models.ts'

const KeptWriting = z.object({ text: z.string(), isCut: z.boolean() })
type KeptWriting = z.infer<typeof KeptWriting>

/** This model's own; null where it has not written it. */
export async function findWriting(
  store: Pick<AnswerStore, 'find'>,
  key: string,
  model: string,
): Promise<KeptWriting | null> {
  const [found] = await store.find([key], model)
  if (found?.model !== model) return null
  return KeptWriting.safeParse(JSON.parse(found.answer)).data ?? null
}

export const keepWriting = (
  store: Pick<AnswerStore, 'keep'>,
  at: { key: string; model: string; now: number },
  { text, isCut = false }: Pick<ModelAnswer, 'text' | 'isCut'>,
): Promise<void> => {
  const answer: KeptWriting = { text, isCut }
  return store.keep([{ key: at.key, model: at.model, answer: JSON.stringify(answer) }], at.now)
}
