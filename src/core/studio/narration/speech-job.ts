// The schedule: which segment is spoken next, on how many lanes, and when it waits for a person.
import type { Project, VoiceId } from '../../../contract/index.ts'
import { failureOf } from '../../base/failure-error.ts'
import { createLimiter } from '../../base/limiter.ts'
import { createFallbackVoice, withoutFallback } from './fallback-voice.ts'
import type { Budget, RunningJob } from '../job-registry.ts'
import { nextRow } from './next-row.ts'
import { createPendingWindow, type Range } from './pending-window.ts'
import type { Resolved } from '../takes/resolver.ts'
import { createRowsAhead } from './rows-ahead.ts'
import { createSegmentSpeaker, rowsNow } from './segment-speaker.ts'
import { createSourcesInUse } from './source-in-use.ts'
import { charactersOf } from '../takes/speaking-parts.ts'
import { createSpeechProgress, type SpokenOrder } from './speech-progress.ts'
import type { StudioParts } from '../studio-parts.ts'
import { voiceOf } from '../voices/voice-desk.ts'

export type SpeechOrder = SpokenOrder & {
  ranges: Range[]
  /** Speaks a new rendition of each and has it heard, instead of looking for takes. */
  renew: boolean
  /** Of all rows, whoever's turn it is; what it makes is locked. Absent: as the book is cast. */
  voice?: VoiceId
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
  const asOrdered = (project: Project): Project => {
    const cast = order.voice === undefined ? project : { ...project, voice: order.voice, cast: [] }
    return order.renew ? withoutFallback(cast) : cast
  }
  let project = asOrdered(order.project)
  const window = createPendingWindow<Resolved>(order.ranges)
  const limiter = createLimiter(1, (error) =>
    context.log.error('a lane broke', { error: String(error) }),
  )
  const lanesOf = () => sources.all().reduce((sum, { dispatcher }) => sum + dispatcher.lanes, 0)
  // A segment that waits for its next try holds no lane.
  const follow = () => {
    const lanes = sources
      .all()
      .map(({ dispatcher, isCurrent }) => (isCurrent ? dispatcher.lanes + dispatcher.waiting : 1))
    limiter.lanes = Math.max(
      1,
      lanes.reduce((sum, each) => sum + each, 0),
    )
  }
  const { provider: own } = await parts.voices.find(voiceOf(project))
  const load = meter.begin(new Map([[own.name, parts.lanesWanted(own)]]))
  running.scope.own(load.end)
  const sources = createSourcesInUse(parts, running, () => {
    const lanes = sources
      .all()
      .map((source) => [source.provider.name, source.dispatcher.lanes] as const)
    load.setLanes(new Map(lanes))
    follow()
  })
  await sources.of(voiceOf(project))
  running.scope.own(activity.addQueue(project.id, (position) => window.has(position)))

  const waiting = () => window.loaded + window.unread
  const tellQueued = () => load.setQueued(waiting())
  const progress = createSpeechProgress(parts, running, order, tellQueued)
  const ahead = createRowsAhead((ids) => rowsNow(parts, project, ids))
  const onChanged = ({ project: changed }: { project: Project }) => {
    if (changed.id !== project.id) return
    ahead.forget()
    // Another voice of the book is another narration; its cast and who may stand in are not.
    project = asOrdered({ ...changed, voice: order.project.voice })
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
    const turn = Math.max(1, lanesOf())
    if (ahead.size * 2 <= turn) ahead.prepare(window.peek(parts.attentions.of(project.id), turn))
  }

  let wantedBudget: Budget
  running.scope.own(running.onResume((budget) => (wantedBudget = budget)))

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
  /** Answers whether they are there; a source that is gone is for a person to mend. */
  const replaceSources = async (): Promise<boolean> => {
    await atRest()
    try {
      sources.dropGone()
      await sources.of(project.voice)
      // What was looked up is another source's recipe.
      ahead.forget()
      return true
    } catch (error) {
      running.signal.throwIfAborted()
      running.pause(failureOf(error))
      return false
    }
  }
  /** The source of whose turn it is, once it has room; null where a person must mend it first. */
  const sourceOf = async (row: Resolved) => {
    try {
      // A row may have been found with the voice that stands in: its own is asked first.
      const source = await sources.of(voiceOf(project, row.segment))
      // That another source has room is no room at this one.
      if (sources.all().length > 1) await source.dispatcher.whenRoom(running.signal)
      return source
    } catch (error) {
      running.signal.throwIfAborted()
      window.fill([{ position: row.segment.position, item: row }])
      if (sources.areCurrent) running.pause(failureOf(error))
      return null
    }
  }

  const wish = {
    ...{ projectId: project.id, renew: order.renew, window, progress, tellQueued },
    async whenFree() {
      await sources.whenRoom()
      follow()
      await limiter.whenFree()
      await fallback.whenFree()
      return sources.areCurrent
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
        progress.grantBudget(wantedBudget)
      }
      if (!sources.areCurrent && !(await replaceSources())) continue
      const row = await nextRow(parts, wish)
      if (row) {
        await goOn().catch(() => {})
        if (running.signal.aborted) break
        const source = await sourceOf(row)
        if (!source) continue
        const { price } = source.provider.capabilities
        const settled = progress.commit(charactersOf(row.spoken), price)
        await limiter.begin(() => speaker.speak(row, source, settled))
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
