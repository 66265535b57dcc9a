// Our pauses: the silence between segments, which never belongs to a voice.
import type { Pauses, Segment } from '../../contract/index.ts'

/**
 * Milliseconds of silence after a segment, before `next`, the heard one behind it in its chapter. Which
 * segment is a chapter's last one is for the arrangement to say, not for the segment. `pace` multiplies the
 * pauses inside a chapter.
 */
export function pauseBetween(
  segment: Segment,
  next: Segment | undefined,
  { pace, pauses }: { pace: number; pauses: Pauses },
): number {
  // The line before it has made its pause.
  if (segment.leftOut) return 0
  const own = segment.manner?.pauseMs
  if (typeof own === 'number') return own
  return next ? pace * pauseInside(segment, next, pauses) : pauses.chapterEnd
}

function pauseInside(segment: Segment, next: Segment, pauses: Pauses): number {
  const isNoteEdge = (segment.noteId === undefined) !== (next.noteId === undefined)
  // A note read where its mark is comes from elsewhere, and so does the pause that it brings.
  if (isNoteEdge && segment.kind !== 'heading' && next.kind !== 'heading') return pauses.paragraph
  const after = pauseAfter(segment, pauses)
  const opensHeading = next.kind === 'heading' && next.block !== segment.block
  return opensHeading ? Math.max(after, pauses.headingBefore) : after
}

function pauseAfter(segment: Segment, pauses: Pauses): number {
  switch (segment.pauseAfter) {
    case 'heading':
      return pauses.headingAfter
    // It was the last one of a chapter that another was joined to.
    case 'chapter':
      return segment.kind === 'heading' ? pauses.headingAfter : pauses.scene
    default:
      return pauses[segment.pauseAfter]
  }
}
