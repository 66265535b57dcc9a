// Each segment of a planned chapter as a stretch of its own: what is played while the rest is being made.
import type { ChapterPlan, Group, Stretch } from '../../contract/index.ts'
import { spansOf } from './spans-of.ts'
import { stretchOf } from './stretch.ts'

/** `startSample` counts from the chapter's start; the clips of `stretch` from its own. */
export type MasteredSegment = { segmentId: string; startSample: number; stretch: Stretch }

/** In reading order; together they are the whole chapter, sample for sample. */
export function masteredSegments(plan: ChapterPlan): MasteredSegment[] {
  const groupStarts: number[] = []
  let start = 0
  for (const group of plan.groups) {
    groupStarts.push(start)
    start += group.samples
  }
  return spansOf(plan).map(({ segmentId, groupIndex, startSample, samples }) => {
    const from = startSample - (groupStarts[groupIndex] ?? 0)
    const group = plan.groups[groupIndex] as Group
    const clips = group.clips
      .filter((clip) => clip.segmentId === segmentId)
      .map((clip) => ({ ...clip, at: clip.at - from }))
    return { segmentId, startSample, stretch: stretchOf(clips, samples, group) }
  })
}
