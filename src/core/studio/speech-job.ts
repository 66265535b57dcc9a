// The schedule: which segment is spoken next, on how many lanes, and what becomes of the ones that fail.
import type { Failure, Project } from '../../contract/index.ts'
import { fail, failureOf } from '../base/failure-error.ts'
import { createLimiter } from '../base/limiter.ts'
import type { RunningJob } from './job-registry.ts'
import { createPendingWindow, type PendingWindow, type Range } from './pending-window.ts'
import type { Resolved } from './resolver.ts'
import { createRowsAhead } from './rows-ahead.ts'
import { createSpeechProgress, type SpeechProgress, type SpokenOrder } from './speech-progress.ts'
import type { StudioParts } from './studio-parts.ts'
import { voiceOf } from './voice-desk.ts'
import { takeUpVoice, type VoiceInUse } from './voice-in-use.ts'

/** Rows read ahead at a time. */
const pageSize = 200

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
  const { project } = order
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
    if (changed.id === project.id) ahead.forget()
  }
  running.scope.own(context.events.on('project.changed', onChanged))
  /** A whole turn of the lanes at a time: one look-up for all of them, while they are busy. */
  const lookAhead = () => {
    const turn = Math.max(1, using.dispatcher.lanes)
    if (ahead.size * 2 <= turn) ahead.prepare(window.peek(parts.playHead.of(project.id), turn))
  }

  /** A pause may be long: what was looked up before it is old. */
  const goOn = async () => {
    if (running.job.state === 'paused') ahead.forget()
    await running.whenRunning()
  }

  // What was under way when the job was paused fails for the same reason: it pauses the job no second time.
  let pauses = 0

  const speakOne = async (chosen: Resolved) => {
    const { segment } = chosen
    const pausesBefore = pauses
    const by = using
    activity.set(project.id, segment.id, { state: 'speaking' })
    try {
      // Since its page was read the text may have been edited, or the same words spoken elsewhere.
      const row = await ahead.take(chosen)
      if (!row || row.state === 'skipped') {
        activity.set(project.id, segment.id, null)
        progress.found(row ? [row] : [])
        return
      }
      if (row.take && !order.renew) {
        meter.cacheHits(1)
        progress.ready(row, row.take)
        return
      }
      const rendition = await renditionOf(parts, row, order.renew)
      // What it wants now may be another source's recipe.
      if (!by.isCurrent) throw fail('cancelled')
      const making = parts.maker.make(
        {
          projectId: project.id,
          segment: row.segment,
          spoken: row.spoken,
          recipeKey: row.recipeKey,
          language: project.language,
          rendition,
          voice: by.voice,
          provider: by.provider,
          endpointId: by.endpointId,
          onAnswered(characters) {
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
          progress.ready(row, take)
        },
        (error: unknown) => giveUp(row, by, failureOf(error), pausesBefore),
      )
      kept.add(finished)
      void finished.finally(() => kept.delete(finished))
      await making.arrived.catch(() => {})
    } catch (error) {
      giveUp(chosen, by, failureOf(error), pausesBefore)
    }
  }
  const giveUp = (
    row: Resolved,
    { outage }: VoiceInUse,
    failure: Failure,
    pausesBefore: number,
  ) => {
    // A server that is down says nothing of this segment.
    const mustPause = pausing.includes(failure.code)
    const isExcused = mustPause || outage.excuses(row.segment.id, failure)
    // `cancelled` without our own end: another job had asked for the same sound and was cancelled, or
    // the person has changed the source.
    if (!running.signal.aborted && !isExcused && failure.code !== 'cancelled') {
      meter.failed()
      progress.failed(row, failure)
      return
    }
    activity.set(project.id, row.segment.id, null)
    window.fill([{ position: row.segment.position, item: row }])
    if (!mustPause || pauses > pausesBefore) return
    pauses += 1
    running.pause(failure)
  }

  /** Answers whether there is one; a source that is gone is for a person to mend. */
  const replaceVoice = async (): Promise<boolean> => {
    await limiter.idle()
    await Promise.all(kept)
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

  try {
    for (;;) {
      await goOn()
      if (progress.isOverBudget) {
        running.pause(progress.overBudget())
        await running.whenRunning()
        progress.grantBudget()
      }
      if (!using.isCurrent && !(await replaceVoice())) continue
      const row = await nextRow(parts, order, window, progress, async () => {
        await whenRoom()
        follow(using)
        await limiter.whenFree()
        return using.isCurrent
      })
      if (row) {
        await goOn().catch(() => {})
        if (running.signal.aborted) break
        await limiter.begin(() => speakOne(row))
        lookAhead()
        continue
      }
      await limiter.idle()
      await Promise.all(kept)
      await progress.write()
      if (waiting() === 0 && progress.unwritten === 0) break
    }
  } finally {
    await limiter.idle()
    await Promise.all(kept)
    await progress.write()
    await parts.checks.remember()
    await parts.dispatchers.remember()
  }
  running.signal.throwIfAborted()
}

/**
 * Waits for a lane, then chooses: so a play-head that moves is obeyed at the very next lane. Null where
 * nothing is left, or `whenFree` says that nothing can be spoken.
 */
async function nextRow(
  parts: StudioParts,
  order: SpeechOrder,
  window: PendingWindow<Resolved>,
  progress: SpeechProgress,
  whenFree: () => Promise<boolean>,
): Promise<Resolved | null> {
  if (window.loaded + window.unread > 0 && !(await whenFree())) return null
  const { project } = order
  for (;;) {
    const head = parts.playHead.of(project.id)
    const page = window.nextPage(head, pageSize)
    if (!page) {
      const row = window.take(head)
      parts.meter.setQueued(window.loaded + window.unread)
      return row
    }
    const { from, to } = page
    const rows = await parts.resolver.settle(project.id, { from, count: to - from })
    const isPending = (row: Resolved) =>
      row.state !== 'skipped' && (order.renew || row.state !== 'ready')
    progress.found(rows.filter((row) => !isPending(row)))
    window.fill(
      rows.filter(isPending).map((row) => ({ position: row.segment.position, item: row })),
    )
  }
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
