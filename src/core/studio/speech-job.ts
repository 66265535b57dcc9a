// The schedule: which segment is spoken next, on how many lanes, and when it waits for a person.
import type { Project } from '../../contract/index.ts'
import { failureOf } from '../base/failure-error.ts'
import { createLimiter } from '../base/limiter.ts'
import { createFallbackVoice, withoutFallback } from './fallback-voice.ts'
import type { RunningJob } from './job-registry.ts'
import { nextRow } from './next-row.ts'
import { createPendingWindow, type Range } from './pending-window.ts'
import type { Resolved } from './resolver.ts'
import { createRowsAhead } from './rows-ahead.ts'
import { createSegmentSpeaker, rowsNow } from './segment-speaker.ts'
import { charactersOf } from './speaking-parts.ts'
import { createSpeechProgress, type SpokenOrder } from './speech-progress.ts'
import type { StudioParts } from './studio-parts.ts'
import { voiceOf } from './voice-desk.ts'
import { takeUpVoice, type VoiceInUse } from './voice-in-use.ts'

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
  const ahead = createRowsAhead((ids) => rowsNow(parts, project, ids))
  const onChanged = ({ project: changed }: { project: Project }) => {
    if (changed.id !== project.id) return
    ahead.forget()
    // Another voice of the book is another narration; who may stand in for it is not.
    project = asOrdered({ ...order.project, fallbackVoice: changed.fallbackVoice })
  }
  running.scope.own(context.events.on('project.changed', onChanged))
  const fallback = createFallbackVoice(parts, {
    project: order.project,
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

  const speaker = createSegmentSpeaker(parts, running, {
    ...{ renew: order.renew, ahead, fallback, progress },
    project: () => project,
    putBack: (row) => window.fill([{ position: row.segment.position, item: row }]),
    onWaiting: follow,
  })

  /** Resolves when nothing is under way any more. */
  const atRest = async () => {
    await limiter.idle()
    await speaker.allKept()
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
        await limiter.begin(() => speaker.speak(row, using, settled))
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
