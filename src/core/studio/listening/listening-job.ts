// Hears the takes of a book back: so many at once, each once for all, and flags what two hearings find fault with.
import type { ListenRequest } from '../../../contract/index.ts'
import type { TranscriberInUse } from '../../ports/transcribers.ts'
import { createBudget } from '../budget.ts'
import type { RunningJob } from '../job-registry.ts'
import { createPaidWork } from '../paid-work.ts'
import type { StudioParts } from '../studio-parts.ts'
import { flagsOf, hearTake } from './hear-take.ts'
import { secondsOf, takesToHear, type TakeToHear } from './takes-to-hear.ts'

export type ListenOrder = Pick<ListenRequest, 'projectId' | 'chapterIds'> & {
  transcriber: TranscriberInUse
  /** Takes in all, and of them those that were heard before. */
  total: number
  known: number
  budget: number | null
}

/** Servers that count, count minutes; for those that count characters it is as if they were read. */
const charactersPerSecond = 15

/** Resolves when all takes were heard. Pauses where going on would only fail again. */
export async function listenToBook(
  parts: StudioParts,
  running: RunningJob,
  order: ListenOrder,
): Promise<void> {
  const { context, listening, resolver, activity, changes } = parts
  const { modelAnswers, takes, projects } = context
  const { transcriber, total, projectId } = order
  const { model, price } = transcriber
  const project = await projects.read(projectId)
  const budget = createBudget(order.budget, price?.currency)
  const costOf = (seconds: number) => (price ? (seconds / 60) * price.perMinute : 0)
  const lanes = context.settingsInForce().scriptConcurrency
  let done = order.known

  const sendOnce = async (each: TakeToHear, flac: Uint8Array): Promise<string> => {
    const seconds = secondsOf(each)
    const settled = budget.commit(costOf(seconds), price?.currency)
    try {
      const sound = { flac, language: project.language }
      const { text } = await listening.run(
        transcriber,
        Math.ceil(seconds * charactersPerSecond),
        (signal) => transcriber.hear(sound, signal),
        { signal: running.signal, onWaiting: (waiting) => running.waitFor(waiting) },
      )
      budget.spent(costOf(seconds), price?.currency)
      return text
    } finally {
      settled()
    }
  }
  const listen = async (each: TakeToHear): Promise<void> => {
    const { take, segment, key } = each
    const send = (flac: Uint8Array) => sendOnce(each, flac)
    const wrong = await hearTake(parts, each, transcriber, project.language, send)
    // First the flags: what is noted as heard is not heard again.
    if (wrong.length > 0) {
      await takes.flag(take.id, flagsOf(wrong))
      await resolver.settle(projectId, { ids: [segment.id] })
      activity.changed(projectId, segment.id)
    }
    const answer = JSON.stringify({ differences: wrong })
    await modelAnswers.keep([{ key, model, answer }], context.clock.now())
    done += 1
    running.update(paid.progress(done, total))
  }
  const paid = createPaidWork(running, { lanes, budget, known: () => order.known }, listen)
  try {
    const seen = new Set<string>()
    for await (const page of takesToHear(parts, project, order.chapterIds, running.signal)) {
      const known = await heardBefore(parts, page, model)
      for (const each of page) {
        // Equal sentences share a take.
        if (known.has(each.key) || seen.has(each.key)) continue
        seen.add(each.key)
        await paid.begin(each)
      }
    }
    await paid.finish(paid.begin)
  } finally {
    await paid.idle()
    await changes.summarise(projectId)
  }
  running.update(paid.progress(total, total))
}

/** Keys of those that this listener has heard. */
export async function heardBefore(
  { context }: Pick<StudioParts, 'context'>,
  takes: readonly TakeToHear[],
  model: string,
): Promise<ReadonlySet<string>> {
  const found = await context.modelAnswers.find(
    takes.map(({ key }) => key),
    model,
  )
  return new Set(found.filter((each) => each.model === model).map(({ key }) => key))
}
