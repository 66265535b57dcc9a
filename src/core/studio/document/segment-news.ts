// Tells the face which rows changed: whole rows, at most ten times a second, and only when someone listens.
import { failureOf } from '../../base/failure-error.ts'
import { progressOf, type Activity } from '../narration/activity.ts'
import type { Rows } from './rows.ts'
import type { StudioContext } from '../studio-context.ts'

const everyMs = 100
/** More rows than this in one go are fetched again by the face when it needs them. */
const rowsAtOnce = 200

export type SegmentNews = Pick<Activity, 'changed' | 'progressed'>

/** The two parts are asked for when there is news: they are made from this one. */
export function createSegmentNews(
  context: StudioContext,
  rows: () => Rows,
  activity: () => Activity,
): SegmentNews {
  const { events, projects, scope, clock, log } = context
  const pending = new Map<string, Set<string>>()
  let waiting = false

  const tell = async (projectId: string, ids: readonly string[]) => {
    const project = await projects.read(projectId)
    const segments = await projects.segmentsById(projectId, ids)
    const progress = await progressOf(projects, activity(), projectId)
    events.emit('segments.changed', {
      projectId,
      rows: await rows()(project, segments),
      progress,
    })
  }
  const flush = async () => {
    const all = [...pending]
    pending.clear()
    for (const [projectId, ids] of all) {
      await tell(projectId, [...ids].slice(-rowsAtOnce)).catch((error: unknown) =>
        log.warn('rows could not be told', { failure: failureOf(error) }),
      )
    }
    waiting = false
    if (pending.size > 0) schedule()
  }
  const schedule = () => {
    if (waiting) return
    waiting = true
    scope.after(clock, everyMs, () => void flush())
  }

  /** The rows to be told of a book, once it is known that somebody listens. */
  const rowsToTell = (projectId: string): Set<string> => {
    const ids = pending.get(projectId) ?? new Set<string>()
    pending.set(projectId, ids)
    schedule()
    return ids
  }

  return {
    changed(projectId, segmentId) {
      if (!events.heard('segments.changed')) return
      const ids = rowsToTell(projectId)
      ids.delete(segmentId)
      ids.add(segmentId)
    },
    progressed(projectId) {
      if (events.heard('segments.changed')) rowsToTell(projectId)
    },
  }
}
