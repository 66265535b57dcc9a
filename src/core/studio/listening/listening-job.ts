// Hears the takes of a book back: so many at once, each once for all, and flags what two hearings find fault with.
import {
  heardFlagCodes,
  type FailureCode,
  type HeardDifference,
  type ListenRequest,
} from '../../../contract/index.ts'
import { fail, failureOf } from '../../base/failure-error.ts'
import type { Heard, TranscriberInUse } from '../../ports/transcribers.ts'
import { createBudget } from '../budget.ts'
import type { RunningJob } from '../job-registry.ts'
import { createPaidWork } from '../paid-work.ts'
import type { StudioParts } from '../studio-parts.ts'
import { flagsOf, listenToTake } from './listen-to-take.ts'
import { hearingCost, secondsOf, takesToHear, type TakeToHear } from './takes-to-hear.ts'

export type ListenOrder = Pick<ListenRequest, 'projectId' | 'chapterIds'> & {
  /** Takes in all, and of them those that were heard before. */
  total: number
  known: number
  budget: number | null
}

/** Servers that count, count minutes; for those that count characters it is as if they were read. */
const charactersPerSecond = 15

/** Differences of one take that are kept: more of them say the same. */
const mostKept = 20

/** What is one take's own trouble, and keeps none of the others from being heard. */
const ownTroubles: readonly FailureCode[] = [
  'take-damaged',
  'server-refused',
  'listener-failed',
  'listener-crashed',
]

/** Resolves when all takes were heard. Pauses where going on would only fail again. */
export async function listenToBook(
  parts: StudioParts,
  running: RunningJob,
  order: ListenOrder,
): Promise<void> {
  const { context, listening, resolver, activity, changes } = parts
  const { modelAnswers, takes, projects, transcribers } = context
  const { total, projectId } = order
  const project = await projects.read(projectId)
  /** Another one may be set, or none, while it runs or waits: nothing goes to one that is not set any more. */
  const listenerNow = (): TranscriberInUse => {
    const transcriber = transcribers.inUse()
    if (!transcriber) throw fail('no-transcriber')
    return transcriber
  }
  const budget = createBudget(order.budget, transcribers.inUse()?.price?.currency)
  const lanes = context.settingsInForce().scriptConcurrency
  let done = order.known
  let failed = 0
  let hasHeard = false

  const sendOnce = async (
    transcriber: TranscriberInUse,
    each: TakeToHear,
    flac: Uint8Array,
  ): Promise<Heard> => {
    const seconds = secondsOf(each)
    const { price } = transcriber
    const cost = hearingCost(seconds, price)
    const settled = budget.commit(cost, price?.currency)
    try {
      const sound = { flac, language: project.language }
      const hearing = await listening.run(
        transcriber,
        Math.ceil(seconds * charactersPerSecond),
        (signal) => transcriber.hear(sound, signal),
        { signal: running.signal, onWaiting: (waiting) => running.waitFor(waiting) },
      )
      hasHeard = true
      budget.spent(cost, price?.currency)
      return hearing
    } finally {
      settled()
    }
  }
  /** Rows by the take that they share, the first of them left out. */
  const sharing = new Map<string, string[]>()
  const heard = async (each: TakeToHear, wrong: HeardDifference[], model: string) => {
    const { take, segment, key } = each
    // First the flags: what is noted as heard is not heard again.
    await takes.flag(take.id, flagsOf(wrong))
    const had = take.flags.some(({ code }) => heardFlagCodes.includes(code))
    if (wrong.length > 0 || had) {
      const ids = [segment.id, ...(sharing.get(take.id) ?? [])]
      await resolver.settle(projectId, { ids })
      for (const id of ids) activity.changed(projectId, id)
    }
    const answer = JSON.stringify({ differences: wrong.slice(0, mostKept) })
    await modelAnswers.keep([{ key, model, answer }], context.clock.now())
  }
  const listen = async (each: TakeToHear): Promise<void> => {
    const transcriber = listenerNow()
    try {
      const send = (flac: Uint8Array) => sendOnce(transcriber, each, flac)
      const wrong = await listenToTake(parts, each, transcriber, project.language, send)
      await heard(each, wrong, transcriber.model)
    } catch (error) {
      const { code } = failureOf(error)
      // A server that has heard others refuses this sound, not us.
      if (!ownTroubles.includes(code) || (code === 'server-refused' && !hasHeard)) throw error
      context.log.warn('a take could not be heard', { segment: each.segment.id, code })
      failed += 1
    }
    done += 1
    running.update({ ...paid.progress(done, total), failed })
  }
  const paid = createPaidWork(running, { lanes, budget, known: () => order.known }, listen)
  running.scope.own(running.onResume(listening.tryNow))
  try {
    const seen = new Set<string>()
    for await (const page of takesToHear(parts, project, order.chapterIds, running.signal)) {
      const known = await heardBefore(parts, page, listenerNow().model)
      for (const each of page) {
        if (known.has(each.key)) continue
        const { id } = each.take
        // Equal sentences share a take.
        if (seen.has(id)) sharing.set(id, [...(sharing.get(id) ?? []), each.segment.id])
        else await paid.begin(each)
        seen.add(id)
      }
    }
    await paid.finish()
    // Rows that came after their take had been heard.
    for (const ids of sharing.values()) await resolver.settle(projectId, { ids })
    for (const id of [...sharing.values()].flat()) activity.changed(projectId, id)
  } finally {
    await paid.idle()
    await changes.summarise(projectId)
  }
  running.update({ ...paid.progress(total, total), failed })
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
