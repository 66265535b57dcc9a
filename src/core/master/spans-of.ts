// Where each segment is heard in its chapter.
import type { ChapterPlan } from '../../contract/index.ts'

/** A segment's place in samples at the plan's rate, from the chapter's start. */
export type Span = {
  segmentId: string
  groupIndex: number
  startSample: number
  /** Sound and the pause after it; the first one's also the silence that opens the chapter. */
  samples: number
}

/** Spans in reading order; together they are the whole chapter, without a gap. */
export function spansOf(plan: ChapterPlan): Span[] {
  const spans: Span[] = []
  let groupStart = 0
  for (const [groupIndex, group] of plan.groups.entries()) {
    for (const { segmentId, at, length, track } of group.clips) {
      if (track === 'music') continue
      const last = spans.at(-1)
      if (last?.segmentId === segmentId) last.samples += length
      else spans.push({ segmentId, groupIndex, startSample: groupStart + at, samples: length })
    }
    groupStart += group.samples
  }
  return spans
}
