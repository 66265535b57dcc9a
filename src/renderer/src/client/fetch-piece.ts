// Fetches what is heard at a position: the mastered segment that is there, or one made for it now.
import type {
  ChapterEntry,
  Failure,
  Reply,
  SegmentRow,
  SegmentSpan,
} from '../../../contract/index.ts'

export type Heard = { position: number; segmentId: string; chapterId: string }

/** What the player asks of the project it plays. */
export type PlayerSource = {
  chapters(): readonly ChapterEntry[]
  row(position: number): Promise<SegmentRow | null>
  /** The span as the chapter's timeline has it, without making it; null when it is not there. */
  knownSpan(row: SegmentRow): Promise<SegmentSpan | null>
  prepare(segmentId: string): Promise<Reply<SegmentSpan>>
  movePlayhead(segmentId: string): void
  sound(address: string): Promise<ArrayBuffer>
}

const attempts = 3

/** A segment with its sound, ready to be laid. */
export type Piece = Heard & { span: SegmentSpan; takeId: string | null }
export type Fetched =
  | { piece: Piece; sound: ArrayBuffer }
  | { passedOver: true; failure: Failure | null }

/** The take that is heard at a row now. */
export const takeOf = (row: SegmentRow): string | null =>
  row.status.state === 'ready' || row.status.state === 'stale' ? row.status.takeId : null

/**
 * The sound of the segment at a position, made now if it is not there. Never rejects: what cannot be
 * heard is passed over, with the failure unless there is nothing to say.
 */
export async function fetchPiece(source: PlayerSource, position: number): Promise<Fetched> {
  const row = await source.row(position)
  if (row === null || row.status.state === 'skipped') return { passedOver: true, failure: null }
  // Sound that is of an earlier text is heard as it is: listening spends nothing.
  const known = row.status.state === 'stale' ? await source.knownSpan(row) : null
  let got = known?.address ? await pieceOf(source, position, row, known) : null
  // An address passes when the sound beside it changes, as it does while the chapter is made.
  for (let attempt = 0; attempt < attempts && (got === null || !('piece' in got)); attempt += 1) {
    const reply = await source.prepare(row.id)
    if (!reply.ok) return { passedOver: true, failure: reply.failure }
    got = await pieceOf(source, position, row, reply.value)
  }
  return got ?? { passedOver: true, failure: null }
}

async function pieceOf(
  source: PlayerSource,
  position: number,
  row: SegmentRow,
  span: SegmentSpan,
): Promise<Fetched> {
  if (span.address === null) return { passedOver: true, failure: null }
  try {
    const sound = await source.sound(span.address)
    const { id: segmentId, chapterId } = row
    // Looked at again: the row was told of its take while it was made.
    const made = (await source.row(position)) ?? row
    return { piece: { position, segmentId, chapterId, span, takeId: takeOf(made) }, sound }
  } catch (error) {
    return { passedOver: true, failure: soundBroken(String(error)) }
  }
}

/** Sound that was there but could not be fetched or played. */
export const soundBroken = (detail: string): Failure => ({
  code: 'unexpected',
  params: {},
  retry: 'now',
  detail,
})
