// What is going on at segments right now: queued, being spoken, failed. Never stored; told coalesced.
import type { ChapterProgress, Failure, SegmentStatus } from '../../../contract/index.ts'
import type { ProjectStore } from '../../ports/projects.ts'

export type SegmentActivity =
  | { state: 'speaking' }
  | { state: 'failed'; failure: Failure; chapterId: string }

export type Activity = {
  set(projectId: string, segmentId: string, now: SegmentActivity | null): void
  get(projectId: string, segmentId: string): SegmentActivity | null
  /** What is asked for there now has not failed yet. */
  forgetFailures(projectId: string, segmentIds: readonly string[] | 'all'): void
  failures(projectId: string): number
  failedIds(projectId: string): string[]
  /** Failed segments per chapter. */
  failedByChapter(projectId: string): Map<string, number>
  /** The running jobs say which rows still wait for them. Returns the function that ends that. */
  addQueue(projectId: string, queued: (position: number) => boolean): () => void
  isQueued(projectId: string, position: number): boolean
  /** Called with every segment whose state may have changed. */
  changed(projectId: string, segmentId: string): void
  /** Called where the chapters of a book may be further, though no row is another. */
  progressed(projectId: string): void
}

/** `news` is told of what changes. */
export function createActivity(news: Pick<Activity, 'changed' | 'progressed'>): Activity {
  const now = new Map<string, Map<string, SegmentActivity>>()
  const queues = new Map<string, Set<(position: number) => boolean>>()
  const keep = (projectId: string, rows: Map<string, SegmentActivity>) =>
    rows.size > 0 ? now.set(projectId, rows) : now.delete(projectId)
  return {
    set(projectId, segmentId, activity) {
      const rows = now.get(projectId) ?? new Map<string, SegmentActivity>()
      if (activity) rows.set(segmentId, activity)
      else rows.delete(segmentId)
      keep(projectId, rows)
      news.changed(projectId, segmentId)
    },
    get: (projectId, segmentId) => now.get(projectId)?.get(segmentId) ?? null,
    forgetFailures(projectId, segmentIds) {
      const rows = now.get(projectId)
      if (!rows) return
      for (const id of segmentIds === 'all' ? [...rows.keys()] : segmentIds)
        if (rows.get(id)?.state === 'failed') rows.delete(id)
      keep(projectId, rows)
    },
    failures: (projectId) =>
      [...(now.get(projectId)?.values() ?? [])].filter(({ state }) => state === 'failed').length,
    failedIds: (projectId) =>
      [...(now.get(projectId) ?? [])].flatMap(([id, { state }]) =>
        state === 'failed' ? [id] : [],
      ),
    failedByChapter(projectId) {
      const counts = new Map<string, number>()
      for (const activity of now.get(projectId)?.values() ?? [])
        if (activity.state === 'failed')
          counts.set(activity.chapterId, (counts.get(activity.chapterId) ?? 0) + 1)
      return counts
    },
    addQueue(projectId, queued) {
      const set = queues.get(projectId) ?? new Set()
      queues.set(projectId, set)
      set.add(queued)
      return () => {
        set.delete(queued)
        if (set.size === 0 && queues.get(projectId) === set) queues.delete(projectId)
      }
    },
    isQueued: (projectId, position) =>
      [...(queues.get(projectId) ?? [])].some((queued) => queued(position)),
    changed: news.changed,
    progressed: news.progressed,
  }
}

/** The status that overrides what the takes say, if any. */
export function activeStatus(
  activity: Activity,
  projectId: string,
  segment: { id: string; position: number },
): SegmentStatus | null {
  const now = activity.get(projectId, segment.id)
  if (now?.state === 'failed') return { state: 'failed', failure: now.failure }
  if (now) return now
  return activity.isQueued(projectId, segment.position) ? { state: 'queued' } : null
}

/** How far each chapter of a book is, with what has failed in it. */
export async function progressOf(
  projects: Pick<ProjectStore, 'progress'>,
  activity: Activity,
  projectId: string,
): Promise<ChapterProgress[]> {
  const progress = await projects.progress(projectId)
  const failures = activity.failedByChapter(projectId)
  return progress.map((row) => ({ ...row, failed: failures.get(row.chapterId) ?? 0 }))
}
