// What of a segment's state wants a person's look.
import type { SegmentStatus } from '../../../contract/index.ts'

/** Whether something seems to be wrong with its sound. */
export const isFlagged = (
  status: SegmentStatus,
): status is Extract<SegmentStatus, { state: 'ready' }> =>
  status.state === 'ready' && status.flags.length > 0

/** Whether another voice speaks it instead of the book's own. */
export const isSpokenInstead = (
  status: SegmentStatus,
): status is Extract<SegmentStatus, { state: 'ready' }> & { fallback: string } =>
  status.state === 'ready' && status.fallback !== undefined
