// The rows of the studio's list, made from segments, takes and what is going on.
import type { Project, SegmentRow, SegmentStatus } from '../../contract/index.ts'
import type { StoredSegment, TakeStore } from '../ports.ts'
import { activeStatus, type Activity } from './activity.ts'
import type { Resolved, Resolver } from './resolver.ts'

/** Buckets of a row's small waveform. */
const buckets = 48

export type Rows = (project: Project, segments: readonly StoredSegment[]) => Promise<SegmentRow[]>

export function createRows(resolver: Resolver, takes: TakeStore, activity: Activity): Rows {
  return async (project, segments) => {
    const resolved = await resolver.resolve(project, segments)
    const peaks = await takes.peaks(resolved.flatMap(({ take }) => (take ? [take.id] : [])))
    return resolved.map((row) => {
      const { segment } = row
      const spoken = segment.spoken.flatMap((part) => ('text' in part ? [part.text] : [])).join('')
      return {
        id: segment.id,
        chapterId: segment.chapterId,
        position: segment.position,
        kind: segment.kind,
        text: segment.text,
        ...(spoken.trim() === segment.text.trim() ? {} : { spokenText: spoken }),
        edited: segment.edited,
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
  if (row.state === 'skipped') return { state: 'skipped', reason: 'nothing-to-say' }
  if (active?.state === 'speaking') return active
  if (row.take) {
    const { id, samples, sampleRate } = row.take
    const stored = peaks.get(id)
    return {
      state: 'ready',
      takeId: id,
      durationSeconds: samples / sampleRate,
      peaks: stored ? smallWaveform(stored) : [],
    }
  }
  if (active) return active
  if (row.stale) {
    const { id, samples, sampleRate } = row.stale
    return { state: 'stale', takeId: id, durationSeconds: samples / sampleRate }
  }
  return { state: 'waiting' }
}

/** Largest deflection per bucket, 0 to 100, from signed 8-bit minimum and maximum pairs. */
export function smallWaveform(peaks: Uint8Array): number[] {
  const pairs = Math.floor(peaks.length / 2)
  const signed = new Int8Array(peaks.buffer, peaks.byteOffset, peaks.length)
  return Array.from({ length: buckets }, (_, bucket) => {
    const from = Math.floor((bucket * pairs) / buckets)
    const to = Math.max(from + 1, Math.floor(((bucket + 1) * pairs) / buckets))
    let largest = 0
    for (let pair = from; pair < Math.min(to, pairs); pair++)
      largest = Math.max(largest, -(signed[2 * pair] ?? 0), signed[2 * pair + 1] ?? 0)
    return Math.min(100, Math.round((largest / 127) * 100))
  })
}
