// Asks a language model about items of a book: batch by batch, so many at once, each answer kept as soon as it is there.
import type { UnansweredItem } from '../../../contract/index.ts'
import { fail } from '../../base/failure-error.ts'
import type { ModelInUse, ModelQuestion } from '../../ports/language-models.ts'
import { askBatch } from '../../script/ask-batch.ts'
import { rulesOf } from '../../script/rules-of.ts'
import type { AboutBook } from '../../script/script-item.ts'
import type { RunningJob } from '../job-registry.ts'
import { createPaidWork } from '../paid-work.ts'
import type { StudioParts } from '../studio-parts.ts'
import type { KindOfBook } from './items-of-book.ts'
import { keptAnswers } from './kept-answers.ts'
import { createModelCalls } from './model-calls.ts'
import type { PlacedItem } from './placed-item.ts'
import { expectedTokens } from './script-bill.ts'
import { batchTokens, waitingBatches } from './waiting-batches.ts'

export type AskingOrder = {
  kinds: AsyncIterable<KindOfBook>
  /** Items in all, those answered before included. */
  total: number
  budget: number | null
}

/** What of it has no answer yet: fewer with each. */
type Batch = { about: AboutBook; items: PlacedItem[] }

/** Items in a row without an answer that can be used, after which the model is given up: each is paid for. */
const mostBadInARow = { beforeAnyGood: 3, afterwards: 20 }

/** Resolves with what got no answer when all has been asked. Pauses where going on would only fail again. */
export async function askAbout(
  parts: Pick<StudioParts, 'context' | 'script'>,
  running: RunningJob,
  order: AskingOrder,
): Promise<UnansweredItem[]> {
  const { context, script } = parts
  const { modelAnswers } = context
  const { total } = order
  const { scriptConcurrency: lanes, scriptBatch } = context.settingsInForce()
  const calls = createModelCalls(parts, running, order.budget)
  const unanswered: UnansweredItem[] = []
  let done = 0
  let known = 0
  let hasGood = false
  let badInARow = 0
  const tell = () => {
    const { tokens } = calls
    running.update({ ...paid.progress(done, total), failed: unanswered.length, tokens })
  }

  const askModel = (model: ModelInUse, question: ModelQuestion, { items }: Batch) => {
    const asked = items.map(({ item }) => item)
    const expected = expectedTokens(question, rulesOf(items[0]?.kind ?? 'who'), asked)
    return calls.call(model, question, expected, (signal) => model.ask(question, signal))
  }
  const askMine = async (model: ModelInUse, batch: Batch): Promise<void> => {
    const [first] = batch.items
    if (!first) return
    /** It is answered, or known to get no answer. */
    const settle = (item: PlacedItem['item']): PlacedItem | undefined => {
      const placed = batch.items.find((each) => each.item === item)
      batch.items = batch.items.filter((each) => each !== placed)
      done += 1
      return placed
    }
    await askBatch(
      batch.items.map(({ item }) => item),
      {
        rules: rulesOf(first.kind),
        about: batch.about,
        ask: (question) => askModel(model, question, batch),
        async onGood(answers) {
          const kept = answers.flatMap(({ item, answer }) => {
            const key = batch.items.find((each) => each.item === item)?.key
            return key === undefined
              ? []
              : [{ key, model: model.model, answer: JSON.stringify(answer) }]
          })
          await modelAnswers.keep(kept, context.clock.now())
          script.answered()
          hasGood = true
          badInARow = 0
          for (const { item } of answers) settle(item)
          tell()
        },
        onBad(item, reason) {
          const placed = settle(item)
          if (!placed) return
          const { segmentId, position, text } = placed.place
          unanswered.push({ kind: placed.kind, segmentId, position, text, reason })
          context.log.warn('a model gave no answer that can be used', { segmentId, reason })
          tell()
          // To refuse a line is an answer too.
          if (reason !== 'refused') badInARow += 1
          const most = hasGood ? mostBadInARow.afterwards : mostBadInARow.beforeAnyGood
          if (badInARow < most) return
          badInARow = 0
          throw fail('model-unusable', { model: model.model })
        },
      },
    )
  }
  const ask = async (batch: Batch): Promise<void> => {
    const model = calls.modelNow()
    const others = await script.inFlight.share(
      batch.items,
      model.model,
      running.signal,
      async (mine) => {
        const own: Batch = { ...batch, items: mine }
        try {
          await askMine(model, own)
        } finally {
          batch.items = [...batch.items.filter((each) => !mine.includes(each)), ...own.items]
        }
      },
    )
    if (others.length === 0) return
    // Whoever asked about these may have been cancelled.
    batch.items = await unknown(batch.about, batch.items)
    if (batch.items.length > 0) await ask(batch)
  }
  const { budget } = calls
  const paid = createPaidWork(running, { lanes, budget, known: () => known }, ask)

  const unknown = async (about: AboutBook, items: readonly PlacedItem[]): Promise<PlacedItem[]> => {
    const kept = await keptAnswers(modelAnswers, items, about, calls.modelNow().model)
    const there = items.filter(({ key }) => kept.has(key)).length
    known += there
    done += there
    return items.filter(({ key }) => !kept.has(key))
  }
  async function* unknownOf(about: AboutBook, chapters: AsyncIterable<readonly PlacedItem[]>) {
    for await (const items of chapters) yield unknown(about, items)
  }

  const limits = { items: scriptBatch, tokens: batchTokens }
  try {
    for await (const { about, chapters } of order.kinds)
      for await (const items of waitingBatches(unknownOf(about, chapters), limits))
        await paid.begin({ about, items })
    await paid.finish()
  } finally {
    await paid.idle()
  }
  done = total
  tell()
  return unanswered
}
