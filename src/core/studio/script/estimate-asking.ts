// What asking would need, and what would be sent, before anything is.
import type { ScriptEstimate } from '../../../contract/index.ts'
import type { ModelQuestion } from '../../ports/language-models.ts'
import { questionOf } from '../../script/question.ts'
import { readable } from '../../script/readable.ts'
import { rulesOf } from '../../script/rules-of.ts'
import type { AboutBook } from '../../script/script-item.ts'
import type { StudioParts } from '../studio-parts.ts'
import type { KindOfBook } from './items-of-book.ts'
import { keptAnswers } from './kept-answers.ts'
import type { PlacedItem } from './placed-item.ts'
import { costOf, expectedTokens, sum } from './script-bill.ts'
import { batchTokens, waitingBatches } from './waiting-batches.ts'

/** Walks all of it, chapter by chapter; sends nothing. */
export async function estimateAsking(
  { context }: Pick<StudioParts, 'context'>,
  kinds: AsyncIterable<KindOfBook>,
): Promise<ScriptEstimate> {
  const model = context.languageModels.inUse()
  const limits = { items: context.settingsInForce().scriptBatch, tokens: batchTokens }
  let items = 0
  let known = 0
  let calls = 0
  let tokens = { in: 0, out: 0 }
  let sample: ModelQuestion | null = null
  async function* unknownOf(about: AboutBook, chapters: AsyncIterable<readonly PlacedItem[]>) {
    for await (const chapter of chapters) {
      const kept = await keptAnswers(context.modelAnswers, chapter, about, model?.model ?? null)
      items += chapter.length
      known += chapter.filter(({ key }) => kept.has(key)).length
      yield chapter.filter(({ key }) => !kept.has(key))
    }
  }
  for await (const { kind, about, chapters } of kinds) {
    const rules = rulesOf(kind)
    for await (const batch of waitingBatches(unknownOf(about, chapters), limits)) {
      const asked = batch.map(({ item }) => item)
      const question = questionOf(rules, about, asked)
      sample ??= question
      calls += 1
      tokens = sum(tokens, expectedTokens(question, rules, asked))
    }
  }
  const price = model?.price ?? null
  return {
    ...{ items, known, calls, tokensIn: tokens.in, tokensOut: tokens.out },
    cost: price && { amount: costOf(tokens, price), currency: price.currency },
    sample: sample && { system: sample.system, user: readable(sample.user) },
  }
}
