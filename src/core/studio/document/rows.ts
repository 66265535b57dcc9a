// The rows of the studio's list, made from segments, takes and what is going on.
import type { Project, SegmentRow, SegmentStatus } from '../../../contract/index.ts'
import { rowPeaks } from '../../audio/peaks.ts'
import type { StoredSegment } from '../../ports/projects.ts'
import type { TakeStore } from '../../ports/takes.ts'
import { activeStatus, type Activity } from '../narration/activity.ts'
import type { Resolved, Resolver } from '../takes/resolver.ts'

export type Rows = (project: Project, segments: readonly StoredSegment[]) => Promise<SegmentRow[]>

/** That it is being spoken goes before a take that is there; that it waits or failed comes after it. */
export function createRows(resolver: Resolver, takes: TakeStore, activity: Activity): Rows {
  return async (project, segments) => {
    const resolved = await resolver.resolve(project, segments)
    const peaks = await takes.peaks(resolved.flatMap(({ take }) => (take ? [take.id] : [])))
    return resolved.map((row) => {
      const { segment } = row
      const spoken = row.spoken.flatMap((part) => ('text' in part ? [part.text] : [])).join('')
      return {
        id: segment.id,
        chapterId: segment.chapterId,
        position: segment.position,
        kind: segment.kind,
        text: segment.text,
        ...(segment.leftOut || spoken.trim() === segment.text.trim() ? {} : { spokenText: spoken }),
        edited: segment.edited,
        ...(segment.leftOut && { leftOut: segment.leftOut }),
        ...(segment.manner && { manner: segment.manner }),
        ...(segment.original !== undefined && { original: segment.original }),
        voice: row.voice,
        status: statusOf(row, activeStatus(activity, project.id, segment), peaks),
      }
    })
  }
}

function statusOf(
  row: Resolved,
  active: SegmentStatus | null,
  peaks: ReadonlyMap<string, Uint8Array>,
): SegmentStatus {
  if (row.state === 'skipped')
    return { state: 'skipped', reason: row.segment.leftOut ? 'left-out' : 'nothing-to-say' }
  if (active?.state === 'speaking') return active
  if (row.take) {
    const { id, samples, sampleRate } = row.take
    const stored = peaks.get(id)
    return {
      state: 'ready',
      takeId: id,
      durationSeconds: samples / sampleRate,
      peaks: stored ? rowPeaks(stored) : [],
      flags: row.take.flags,
      ...(row.isFallback ? { fallback: row.voice } : {}),
    }
  }
  if (active) return active
  if (row.stale) {
    const { id, samples, sampleRate } = row.stale
    return { state: 'stale', takeId: id, durationSeconds: samples / sampleRate }
  }
  return { state: 'waiting' }
}
