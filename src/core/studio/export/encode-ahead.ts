// Encodes pieces as they become complete, while the rest is spoken elsewhere and this machine has time.
import type { EncodingWish, Project } from '../../../contract/index.ts'
import { failureOf } from '../../base/failure-error.ts'
import { createLimiter } from '../../base/limiter.ts'
import { canEncodeAhead, encodedAs } from '../../export/encoding-of.ts'
import { forExport } from './export-order.ts'
import type { StoredSegment } from '../../ports/projects.ts'
import { pieceRanges, planPiece, type PieceRange } from './pieces.ts'
import type { StudioParts } from '../studio-parts.ts'

export type EncodeAhead = {
  /** These need no speaking any more. */
  onReady(segments: readonly StoredSegment[]): void
  /** Resolves when all that could be encoded is. */
  finish(): Promise<void>
}

/** A piece with what it still waits for; only ranges are kept, a plan is made when its turn comes. */
type Waiting = { piece: PieceRange; left: number }

/** One codec is left to previews and to what is spoken: what is encoded ahead holds no other one. */
const lanesAhead = (workers: number): number => Math.max(1, workers - 1)

/** Trouble here is only logged: the export meets it again and words it. */
export function createEncodeAhead(
  parts: StudioParts,
  book: Project,
  asked: EncodingWish,
  signal: AbortSignal,
): EncodeAhead {
  const { context, plans } = parts
  const { project, wish } = forExport(book, asked)
  const { encoding, sampleRate } = encodedAs(wish, project.sound)
  const options = { gaps: false, sampleRate, signal }
  const trouble = (error: unknown) =>
    context.log.debug('encoding ahead', { failure: failureOf(error) })
  const limiter = createLimiter(lanesAhead(context.options.workers), trouble)
  const chapters = new Map<string, Promise<Waiting[]>>()
  let working = Promise.resolve()

  const waitingIn = (chapterId: string): Promise<Waiting[]> => {
    const known =
      chapters.get(chapterId) ??
      pieceRanges(plans, project, chapterId, encoding).then((pieces) =>
        pieces.map((piece) => ({ piece, left: to(piece) - from(piece) })),
      )
    chapters.set(chapterId, known)
    return known
  }
  const encode = async ({ piece }: Waiting) => {
    const { groups, missing } = await planPiece(plans, project, piece, options)
    if (missing === 0 && groups.length > 0) await context.codecs.encode(groups, encoding, signal)
  }
  const count = async (chapterId: string, positions: readonly number[]) => {
    const pieces = await waitingIn(chapterId)
    for (const position of positions) {
      const found = pieces.find(({ piece }) => position >= from(piece) && position < to(piece))
      if (!found) continue
      found.left -= 1
      if (found.left === 0 && !signal.aborted) await limiter.begin(() => encode(found))
    }
  }

  return {
    onReady(segments) {
      if (!canEncodeAhead(encoding, context.options.workers)) return
      for (const [chapterId, own] of Map.groupBy(segments, (segment) => segment.chapterId)) {
        const positions = own.map(({ position }) => position)
        working = working.then(() => count(chapterId, positions)).catch(trouble)
      }
    },
    async finish() {
      await working
      await limiter.idle()
    },
  }
}

const from = (piece: PieceRange): number => piece[0]?.from ?? 0
const to = (piece: PieceRange): number => piece.at(-1)?.to ?? 0
