// Speaks one segment of a narration, by the book's voice or its fallback: it is ready then, failed, or put back.
import type { Failure, Project } from '../../../contract/index.ts'
import { fail, failureOf } from '../../base/failure-error.ts'
import { hasteAt } from './attention.ts'
import { withoutFallback, type FallbackVoice } from './fallback-voice.ts'
import type { RunningJob } from '../job-registry.ts'
import { renditionFor, type Resolved } from '../takes/resolver.ts'
import type { RowsAhead } from './rows-ahead.ts'
import type { SourceInUse } from './source-in-use.ts'
import type { SpeechProgress } from './speech-progress.ts'
import type { StudioParts } from '../studio-parts.ts'
import { takeOrder } from '../takes/take-order.ts'

/** What only a person can mend: the job waits with the reason instead of failing every segment. */
const pausing: readonly Failure['code'][] = [
  'disk-full',
  'folder-not-writable',
  'voice-unknown',
  'voice-damaged',
  'neural-engine-missing',
  'cache-full',
  'key-refused',
  'farm-password-refused',
  'quota-spent',
  'farm-worker-full',
  'model-gone',
  'address-refused',
]

export type SegmentSpeaker = {
  /**
   * Never fails, and resolves when the lane may go on. `settled`: told when the segment was asked for and
   * paid, or will not be.
   */
  speak(chosen: Resolved, by: SourceInUse, settled: () => void): Promise<void>
  /** Resolves when all that has arrived is kept, or given up. */
  allKept(): Promise<void>
}

export type NarrationParts = {
  /** As it is narrated now. */
  project: () => Project
  /** Speaks a new rendition, whatever is there. */
  renew: boolean
  ahead: RowsAhead
  fallback: FallbackVoice
  progress: SpeechProgress
  /** It is still to be spoken. */
  putBack: (row: Resolved) => void
  /** A segment has begun or ended to wait for a server. */
  onWaiting: () => void
}

/** For one narration; its sources may be replaced by others between two segments. */
export function createSegmentSpeaker(
  parts: StudioParts,
  running: RunningJob,
  narration: NarrationParts,
): SegmentSpeaker {
  const { context, meter, activity, maker } = parts
  const { renew, ahead, fallback, progress } = narration
  const kept = new Set<Promise<void>>()
  // What was under way when the job was paused fails for the same reason: it pauses the job no second time.
  let pauses = 0

  /** Asks the voice whose turn it is. Resolves when the lane is free; the rest follows by itself. */
  const speakBy = async (
    by: SourceInUse,
    row: Resolved,
    pausesBefore: number,
    settled: () => void,
  ) => {
    const project = narration.project()
    const rendition = await renditionFor(context.takes, row.recipeKey, renew)
    const ordered = await takeOrder(parts.voices, project, row, rendition)
    // What it wants now may be another source's recipe.
    if (!by.isCurrent || ordered.provider !== by.provider) throw fail('cancelled')
    const making = maker.make(
      {
        ...ordered,
        onAnswered(characters) {
          settled()
          by.outage.answered()
          progress.spent(characters, by.provider.capabilities.price)
        },
        haste: () => hasteAt(parts.attentions.of(project.id), row.segment.position),
        onTrouble: by.outage.note,
        onWaiting: narration.onWaiting,
      },
      running.signal,
    )
    const finished = making.kept.then(
      (take) => {
        ahead.forgetTake(take.id)
        progress.ready(row, take)
      },
      (error: unknown) => {
        settled()
        return giveUp(row, by, failureOf(error), pausesBefore)
      },
    )
    kept.add(finished)
    void finished.finally(() => {
      settled()
      kept.delete(finished)
    })
    await making.arrived.catch(() => {})
  }

  const giveUp = async (
    row: Resolved,
    { outage }: SourceInUse,
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
    activity.set(narration.project().id, row.segment.id, null)
    narration.putBack(row)
    if (!mustPause(reason) || pauses > pausesBefore) return
    pauses += 1
    running.pause(reason)
  }

  return {
    async speak(chosen, by, settled) {
      const { id } = chosen.segment
      const projectId = narration.project().id
      const pausesBefore = pauses
      activity.set(projectId, id, { state: 'speaking' })
      try {
        // Since its page was read the text may have been edited, or the same words spoken elsewhere.
        let row = await ahead.take(chosen)
        if (!row || row.state === 'skipped') {
          settled()
          activity.set(projectId, id, null)
          progress.found(row ? [row] : [])
          return
        }
        if (row.take && !renew) {
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
          ;[row] = await rowsNow(parts, withoutFallback(narration.project()), [id])
        }
        await speakBy(by, row ?? chosen, pausesBefore, settled)
      } catch (error) {
        settled()
        await giveUp(chosen, by, failureOf(error), pausesBefore)
      }
    },
    allKept: async () => void (await Promise.all(kept)),
  }
}

/** Segments as they are now, and the takes that they want; those that are gone are left out. */
export async function rowsNow(
  { context, resolver }: Pick<StudioParts, 'context' | 'resolver'>,
  project: Project,
  ids: readonly string[],
): Promise<Resolved[]> {
  return resolver.resolve(project, await context.projects.segmentsById(project.id, ids))
}
