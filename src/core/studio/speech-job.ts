// The schedule: which segment is spoken next, on how many lanes, and what becomes of the ones that fail.
import type { Failure, Project } from '../../contract/index.ts'
import { fail, failureOf } from '../base/failure-error.ts'
import { createLimiter } from '../base/limiter.ts'
import { createFallbackVoice, withoutFallback } from './fallback-voice.ts'
import type { RunningJob } from './job-registry.ts'
import { nextRow } from './next-row.ts'
import { createPendingWindow, type Range } from './pending-window.ts'
import type { Resolved } from './resolver.ts'
import { createRowsAhead } from './rows-ahead.ts'
import { charactersOf } from './speaking-parts.ts'
import { createSpeechProgress, type SpokenOrder } from './speech-progress.ts'
import type { StudioParts } from './studio-parts.ts'
import { voiceOf } from './voice-desk.ts'
import { takeUpVoice, type VoiceInUse } from './voice-in-use.ts'

/** What only a person can mend: the job waits with the reason instead of failing every segment. */
const pausing: readonly Failure['code'][] = [
  'disk-full',
  'folder-not-writable',
  'voice-unknown',
  'voice-damaged',
  'cache-full',
  'key-refused',
  'quota-spent',
  'model-gone',
  'address-refused',
]

export type SpeechOrder = SpokenOrder & {
  ranges: Range[]
  /** Speaks a new rendition of each and has it heard, instead of looking for takes. */
  renew: boolean
}

/**
 * Speaks what is not spoken yet. Resolves when every segment has been tried; failed ones are counted in
 * the job and keep their failure. Rejects when cancelled.
 */
export async function speakSegments(
  parts: StudioParts,
  running: RunningJob,
  order: SpeechOrder,
): Promise<void> {
  const { context, meter, activity } = parts
  // What is made anew is asked of the book's own voice first.
  const asOrdered = (project: Project) => (order.renew ? withoutFallback(project) : project)
  let project = asOrdered(order.project)
  const window = createPendingWindow<Resolved>(order.ranges)
  const limiter = createLimiter(1, (error) =>
    context.log.error('a lane broke', { error: String(error) }),
  )
  // A segment that waits for its next try holds no lane.
  const follow = ({ dispatcher, isCurrent }: VoiceInUse) =>
    (limiter.lanes = isCurrent ? dispatcher.lanes + dispatcher.waiting : 1)
  const takeUp = () =>
    takeUpVoice(parts, running, voiceOf(project), (voice) => {
      meter.setLanes(voice.dispatcher.lanes)
      voice.outage.follow()
      follow(voice)
    })
  let using = await takeUp()
  running.scope.own(activity.addQueue(project.id, (position) => window.has(position)))
  meter.begin(parts.wantLanes(using.provider))
  meter.setLanes(using.dispatcher.lanes)
  running.scope.own(() => meter.end())

  const waiting = () => window.loaded + window.unread
  const progress = createSpeechProgress(parts, running, order, waiting)
  const kept = new Set<Promise<void>>()
  const ahead = createRowsAhead((ids) => freshRows(parts, project, ids))
  const onChanged = ({ project: changed }: { project: Project }) => {
    if (changed.id !== project.id) return
    ahead.forget()
    // Another voice of the book is another narration; who may stand in for it is not.
    project = asOrdered({ ...order.project, fallbackVoice: changed.fallbackVoice })
  }
  running.scope.own(context.events.on('project.changed', onChanged))
  const fallback = createFallbackVoice(parts, {
    projectId: project.id,
    language: project.language,
    renew: order.renew,
    onAnswered: progress.spent,
    budget: progress,
    whenRunning: running.whenRunning,
    signal: running.signal,
  })
  /** A whole turn of the lanes at a time: one look-up for all of them, while they are busy. */
  const lookAhead = () => {
    const turn = Math.max(1, using.dispatcher.lanes)
    if (ahead.size * 2 <= turn) ahead.prepare(window.peek(parts.attentions.of(project.id), turn))
  }

  /** A pause may be long: what was looked up before it is old. */
  const goOn = async () => {
    if (running.job.state === 'paused') ahead.forget()
    await running.whenRunning()
  }

  // What was under way when the job was paused fails for the same reason: it pauses the job no second time.
  let pauses = 0

  /** `settled`: told when the segment was asked for and paid, or will not be. */
  const speakOne = async (chosen: Resolved, settled: () => void) => {
    const { segment } = chosen
    const pausesBefore = pauses
    const by = using
    activity.set(project.id, segment.id, { state: 'speaking' })
    try {
      // Since its page was read the text may have been edited, or the same words spoken elsewhere.
      let row = await ahead.take(chosen)
      if (!row || row.state === 'skipped') {
        settled()
        activity.set(project.id, segment.id, null)
        progress.found(row ? [row] : [])
        return
      }
      if (row.take && !order.renew) {
        settled()
        meter.cacheHits(1)
        progress.ready(row, row.take)
        return
      }
      if (row.isFallback) {
        settled()
        const spoken = await fallback.speakAgain(row)
        if (spoken) {
          progress.ready(spoken.row, spoken.take)
          return
        }
        ;[row] = await freshRows(parts, withoutFallback(project), [segment.id])
      }
      const wanted = row ?? chosen
      const rendition = await renditionOf(parts, wanted, order.renew)
      // What it wants now may be another source's recipe.
      if (!by.isCurrent) throw fail('cancelled')
      const making = parts.maker.make(
        {
          projectId: project.id,
          segment: wanted.segment,
          spoken: wanted.spoken,
          recipeKey: wanted.recipeKey,
          language: project.language,
          rendition,
          voice: by.voice,
          provider: by.provider,
          endpointId: by.endpointId,
          onAnswered(characters) {
            settled()
            by.outage.answered()
            progress.spent(characters)
          },
          onTrouble: by.outage.note,
          onWaiting: () => follow(by),
        },
        running.signal,
      )
      const finished = making.kept.then(
        (take) => {
          ahead.forgetTake(take.id)
          progress.ready(wanted, take)
        },
        (error: unknown) => {
          settled()
          return giveUp(wanted, by, failureOf(error), pausesBefore)
        },
      )
      kept.add(finished)
      void finished.finally(() => {
        settled()
        kept.delete(finished)
      })
      await making.arrived.catch(() => {})
    } catch (error) {
      settled()
      await giveUp(chosen, by, failureOf(error), pausesBefore)
    }
  }
  const giveUp = async (
    row: Resolved,
    { outage }: VoiceInUse,
    failure: Failure,
    pausesBefore: number,
  ): Promise<void> => {
    const mustPause = ({ code }: Failure) => pausing.includes(code)
    // Neither a server that is down nor a budget says anything of this segment.
    const isExcused =
      mustPause(failure) ||
      failure.code === 'budget-spent' ||
      outage.excuses(row.segment.id, failure)
    let reason = failure
    // `cancelled` without our own end: another job had asked for the same sound and was cancelled, or
    // the person has changed the source.
    if (!running.signal.aborted && !isExcused && failure.code !== 'cancelled') {
      try {
        const spoken = await fallback.speakInstead(row, failure)
        if (spoken) return progress.ready(spoken.row, spoken.take)
      } catch (error) {
        reason = failureOf(error)
      }
      // Put back is only what a person or the end of others cures: the rest would be met again at once.
      if (!mustPause(reason) && !['cancelled', 'budget-spent'].includes(reason.code)) {
        meter.failed()
        return progress.failed(row, reason)
      }
    }
    activity.set(project.id, row.segment.id, null)
    window.fill([{ position: row.segment.position, item: row }])
    if (!mustPause(reason) || pauses > pausesBefore) return
    pauses += 1
    running.pause(reason)
  }

  /** Resolves when nothing is under way any more. */
  const atRest = async () => {
    await limiter.idle()
    await Promise.all(kept)
  }
  /** Answers whether there is one; a source that is gone is for a person to mend. */
  const replaceVoice = async (): Promise<boolean> => {
    await atRest()
    try {
      const next = await takeUp()
      using.leave()
      using = next
      // What was looked up is another source's recipe.
      ahead.forget()
      return true
    } catch (error) {
      running.signal.throwIfAborted()
      running.pause(failureOf(error))
      return false
    }
  }
  /** Returns early when the source is replaced. */
  const whenRoom = async (): Promise<void> => {
    try {
      await using.dispatcher.whenRoom(running.signal)
    } catch (error) {
      if (running.signal.aborted || using.isCurrent) throw error
    }
  }

  const wish = {
    ...{ projectId: project.id, renew: order.renew, window, progress },
    async whenFree() {
      await whenRoom()
      follow(using)
      await limiter.whenFree()
      await fallback.whenFree()
      return using.isCurrent
    },
  }
  try {
    for (;;) {
      await goOn()
      // What is under way comes to its end first, so that no more than one segment exceeds the budget.
      if (progress.isBudgetTaken) await atRest()
      if (progress.isOverBudget && waiting() > 0) {
        running.pause(progress.overBudget())
        await running.whenRunning()
        progress.grantBudget()
      }
      if (!using.isCurrent && !(await replaceVoice())) continue
      const row = await nextRow(parts, wish)
      if (row) {
        await goOn().catch(() => {})
        if (running.signal.aborted) break
        const settled = progress.commit(charactersOf(row.spoken))
        await limiter.begin(() => speakOne(row, settled))
        lookAhead()
        continue
      }
      await atRest()
      await progress.write()
      if (waiting() === 0 && progress.unwritten === 0) break
    }
  } finally {
    await atRest()
    await progress.write()
    await parts.checks.remember()
    await parts.dispatchers.remember()
  }
  running.signal.throwIfAborted()
}

async function renditionOf(parts: StudioParts, row: Resolved, renew: boolean): Promise<number> {
  return renew ? (await parts.context.takes.highestRendition(row.recipeKey)) + 1 : 1
}

async function freshRows(
  parts: StudioParts,
  project: Project,
  ids: readonly string[],
): Promise<Resolved[]> {
  return parts.resolver.resolve(project, await parts.context.projects.segmentsById(project.id, ids))
}
