// What is usual for a segment, and how far from it a person may go. Apart from the schemas: the page needs it first.
import type { Tone } from './delivery.ts'

/** From where to where what a person sets for a segment may go. */
export const mannerRanges = {
  rate: { min: 0.5, max: 2 },
  gainDb: { min: -24, max: 24 },
  pauseMs: { min: 0, max: 60_000 },
} as const

/** What a segment is that nobody has set anything for: a `SegmentManner`, which is checked where it is used. */
export const usualManner = {
  speaker: null as string | null,
  rate: 1,
  delivery: null as { tone: Tone; phrase: string } | null,
  gainDb: 0,
  pauseMs: null as number | null,
  mark: null as string | null,
  isLocked: false,
  cut: null as { takeId: string; startSeconds: number; endSeconds: number } | null,
  takeNotes: {} as Record<string, string>,
  isSaidByHand: false,
}
