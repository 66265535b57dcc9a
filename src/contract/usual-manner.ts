// What is usual for a segment, and how far from it a person may go. Apart from the schemas: the page needs it first.
import type { SegmentManner } from './segment.ts'

/** From where to where what a person sets for a segment may go. */
export const mannerRanges = {
  rate: { min: 0.5, max: 2 },
  gainDb: { min: -24, max: 24 },
  pauseMs: { min: 0, max: 60_000 },
} as const

/** What a segment is that nobody has set anything for. */
export const usualManner: SegmentManner = {
  speaker: null,
  rate: 1,
  gainDb: 0,
  pauseMs: null,
  mark: null,
  isLocked: false,
  cut: null,
  takeNotes: {},
  isSaidByHand: false,
}
