// Asks a language model about a book: batch by batch, so many at once, each answer kept as soon as it is there.
import type { ScriptRequest, UnansweredItem } from '../../../contract/index.ts'
import { FailureError, failureOf } from '../../base/failure-error.ts'
import { createLimiter } from '../../base/limiter.ts'
import type { ModelInUse, ModelQuestion } from '../../ports/language-models.ts'
import { askBatch } from '../../script/ask-batch.ts'
import { rulesOf } from '../../script/rules-of.ts'
import type { AboutBook } from '../../script/script-item.ts'
import { createBudget } from '../budget.ts'
import type { Budget, RunningJob } from '../job-registry.ts'
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
  const project = await context.projects.read(order.projectId)
  const unanswered: UnansweredItem[] = []
  const budget = createBudget(order.budget, model.price?.currency)
  let tokens = { in: 0, out: 0 }
  let done = 0
  let asked = 0
  const tell = () => {
    const elapsed = running.elapsedMs() / 1000
    const etaSeconds = asked > 0 ? (elapsed / asked) * (total - done) : null
    const { currency, total: spent } = budget
    running.update({
      ...{ done, total, failed: unanswered.length, etaSeconds, tokens },
      ...(currency !== undefined && { cost: { spent, saved: 0, currency } }),
    })
  }
  let wanted: Budget
  running.scope.own(running.onResume((given) => (wanted = given)))
  const lanes = context.settingsInForce().scriptConcurrency
  const bugs: unknown[] = []
  const limiter = createLimiter(lanes, (error) => bugs.push(error))
  /** What could not be asked because of the server: asked again when a person has mended that. */
  let stuck: Batch[] = []

  const askModel = async (question: ModelQuestion, items: number, { kind }: PlacedItem) => {
    const expected = costOf(expectedTokens(question, rulesOf(kind), items), model.price)
    const settled = budget.commit(expected, model.price?.currency)
    try {
      const answer = await script.schedule.run(
        model,
        question.system.length + question.user.length,
        (signal) => model.ask(question, signal),
        { signal: running.signal, onWaiting: (waiting) => running.waitFor(waiting) },
      )
      const used = usedTokens(question, answer)
      tokens = sum(tokens, used)
      budget.spent(costOf(used, model.price), model.price?.currency)
      return answer
    } finally {
      settled()
    }
  }
  const ask = async ({ about, items }: Batch): Promise<void> => {
    const [first] = items
    if (!first) return
    const left = new Map(items.map((placed) => [placed.item, placed]))
    const over = (item: PlacedItem['item']) => {
      left.delete(item)
      done += 1
      asked += 1
    }
    try {
      await askBatch(
        items.map(({ item }) => item),
        {
          rules: rulesOf(first.kind),
          about,
          ask: (question) => askModel(question, left.size, first),
          async onGood(answers) {
            const kept = answers.flatMap(({ item, answer }) => {
              const key = left.get(item)?.key
              return key === undefined
                ? []
                : [{ key, model: model.model, answer: JSON.stringify(answer) }]
            })
            await modelAnswers.keep(kept, context.clock.now())
            for (const { item } of answers) over(item)
            tell()
          },
          onBad(item, reason) {
            const placed = left.get(item)
            over(item)
            if (!placed) return
            const { segmentId, position, text } = placed.place
            unanswered.push({ kind: placed.kind, segmentId, position, text, reason })
            context.log.warn('a model gave no answer that can be used', {
              segment: segmentId,
              reason,
            })
            tell()
          },
        },
      )
      script.answered()
    } catch (error) {
      if (running.signal.aborted || !(error instanceof FailureError)) throw error
      stuck.push({ about, items: [...left.values()] })
      running.pause(failureOf(error))
    }
  }
  /** Waits until a batch may go out, and sends it. */
  const send = async (batch: Batch): Promise<void> => {
    await running.whenRunning()
    if (budget.isTaken) await limiter.idle()
    if (budget.isOver) {
      running.pause(budget.over())
      await running.whenRunning()
      budget.grant(wanted)
    }
    const others = await script.inFlight.whenMine(batch.items, model.model, (mine, release) =>
      limiter.begin(() => ask({ ...batch, items: mine }).finally(release)),
    )
    if (bugs.length > 0) throw bugs[0]
    if (others.length === 0) return
    // Whoever asked about these may have been cancelled.
    const items = await unknown(others)
    if (items.length > 0) await send({ ...batch, items })
  }
  const unknown = async (items: readonly PlacedItem[]): Promise<PlacedItem[]> => {
    const kept = await keptAnswers(modelAnswers, items, model.model)
    done += items.filter(({ key }) => kept.has(key)).length
    return items.filter(({ key }) => !kept.has(key))
  }
  async function* unknownOf(chapters: AsyncIterable<readonly PlacedItem[]>) {
    for await (const items of chapters) yield unknown(items)
  }

  const limits = { items: context.settingsInForce().scriptBatch, tokens: batchTokens }
  try {
    const kinds = itemsOfBook(parts, project, order.kinds, order.chapterIds, running.signal)
    for await (const { about, chapters } of kinds)
      for await (const items of waitingBatches(unknownOf(chapters), limits))
        await send({ about, items })
    await limiter.idle()
    while (stuck.length > 0) {
      const again = stuck
      stuck = []
      for (const batch of again) await send(batch)
      await limiter.idle()
    }
  } finally {
    await limiter.idle()
  }
  if (bugs.length > 0) throw bugs[0]
  done = total
  tell()
  return unanswered
}
