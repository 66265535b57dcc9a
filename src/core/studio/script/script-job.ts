// Asks a language model about a book: batch by batch, so many at once, each answer kept as soon as it is there.
import type { ScriptRequest, UnansweredItem } from '../../../contract/index.ts'
import type { ModelInUse, ModelQuestion } from '../../ports/language-models.ts'
import { askBatch } from '../../script/ask-batch.ts'
import { rulesOf } from '../../script/rules-of.ts'
import type { AboutBook } from '../../script/script-item.ts'
import { createBudget } from '../budget.ts'
import type { RunningJob } from '../job-registry.ts'
import { createPaidWork } from '../paid-work.ts'
import type { StudioParts } from '../studio-parts.ts'
import { itemsOfBook } from './items-of-book.ts'
import { keptAnswers } from './kept-answers.ts'
import type { PlacedItem } from './placed-item.ts'
import { costOf, expectedTokens, sum, usedTokens } from './script-bill.ts'
import { batchTokens, waitingBatches } from './waiting-batches.ts'

export type ScriptOrder = Pick<ScriptRequest, 'projectId' | 'kinds' | 'chapterIds'> & {
  model: ModelInUse
  /** Items in all, those answered before included. */
  total: number
  budget: number | null
}

/** What of it has no answer yet: fewer with each. */
type Batch = { about: AboutBook; items: PlacedItem[] }

/** Resolves with what got no answer when all has been asked. Pauses where going on would only fail again. */
export async function askAboutBook(
  parts: StudioParts,
  running: RunningJob,
  order: ScriptOrder,
): Promise<UnansweredItem[]> {
  const { context, script } = parts
  const { modelAnswers } = context
  const { model, total } = order
  const { price } = model
  const { scriptConcurrency: lanes, scriptBatch } = context.settingsInForce()
  const project = await context.projects.read(order.projectId)
  const budget = createBudget(order.budget, price?.currency)
  const unanswered: UnansweredItem[] = []
  let tokens = { in: 0, out: 0 }
  let done = 0
  let known = 0
  const tell = () =>
    running.update({ ...paid.progress(done, total), failed: unanswered.length, tokens })

  const askModel = async (question: ModelQuestion, { items }: Batch) => {
    const kind = items[0]?.kind ?? 'who'
    const expected = expectedTokens(question, rulesOf(kind), items.length)
    const settled = budget.commit(costOf(expected, price), price?.currency)
    try {
      const answer = await script.schedule.run(
        model,
        question.system.length + question.user.length,
        (signal) => model.ask(question, signal),
        { signal: running.signal, onWaiting: (waiting) => running.waitFor(waiting) },
      )
      const used = usedTokens(question, answer)
      tokens = sum(tokens, used)
      budget.spent(costOf(used, price), price?.currency)
      return answer
    } finally {
      settled()
    }
  }
  const ask = async (batch: Batch): Promise<void> => {
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
        ask: (question) => askModel(question, batch),
        async onGood(answers) {
          const kept = answers.flatMap(({ item, answer }) => {
            const key = batch.items.find((each) => each.item === item)?.key
            return key === undefined
              ? []
              : [{ key, model: model.model, answer: JSON.stringify(answer) }]
          })
          await modelAnswers.keep(kept, context.clock.now())
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
        },
      },
    )
    script.answered()
  }
  const paid = createPaidWork(running, { lanes, budget, known: () => known }, ask)

  const unknown = async (items: readonly PlacedItem[]): Promise<PlacedItem[]> => {
    const kept = await keptAnswers(modelAnswers, items, model.model)
    const there = items.filter(({ key }) => kept.has(key)).length
    known += there
    done += there
    return items.filter(({ key }) => !kept.has(key))
  }
  async function* unknownOf(chapters: AsyncIterable<readonly PlacedItem[]>) {
    for await (const items of chapters) yield unknown(items)
  }
  const send = async (batch: Batch): Promise<void> => {
    const others = await script.inFlight.whenMine(batch.items, model.model, (mine, release) =>
      paid.begin({ ...batch, items: mine }, release),
    )
    if (others.length === 0) return
    // Whoever asked about these may have been cancelled.
    const items = await unknown(others)
    if (items.length > 0) await send({ ...batch, items })
  }

  const limits = { items: scriptBatch, tokens: batchTokens }
  try {
    const kinds = itemsOfBook(parts, project, order.kinds, order.chapterIds, running.signal)
    for await (const { about, chapters } of kinds)
      for await (const items of waitingBatches(unknownOf(chapters), limits))
        await send({ about, items })
    await paid.finish(send)
  } finally {
    await paid.idle()
  }
  done = total
  tell()
  return unanswered
}
