// What of a chapter is encoded at a time: its groups one by one, or all at once where they cannot be joined.
import type { Group, Project } from '../../../contract/index.ts'
import { joinsGroups } from '../../export/encoding-of.ts'
import type { EncodedPiece, Encoding } from '../../ports/codecs.ts'
import type { ChapterPlans, GroupRange } from './chapter-plans.ts'

/** Groups that are encoded as one; never empty. */
export type PieceRange = GroupRange[]

/** Where a segment's own sound lies, in samples from the piece's start, and which seconds of its take that are. */
export type PieceSpan = {
  segmentId: string
  from: number
  to: number
  take: { id: string; start: number; end: number }
}

export type PlannedPiece = {
  /** Those that have sound. */
  groups: Group[]
  /** Segments that have no sound of their own. */
  missing: number
  spans: PieceSpan[]
}

/** Length of pieces as they follow one another in a file, in samples. */
export const fileSamplesOf = (pieces: readonly EncodedPiece[]): number =>
  pieces.reduce((sum, { fileSamples }) => sum + fileSamples, 0)

/** What is heard in pieces that follow one another in a file, in samples from the first one's start. */
export function spansInFile(
  pieces: readonly (EncodedPiece & { spans: readonly PieceSpan[] })[],
): PieceSpan[] {
  let start = 0
  return pieces.flatMap(({ spans, fileSamples }) => {
    const before = start
    start += fileSamples
    return spans.map((span) => ({ ...span, from: before + span.from, to: before + span.to }))
  })
}

/** The pieces of a chapter, in order. Music that runs through a chapter makes one piece of it. */
export async function pieceRanges(
  plans: ChapterPlans,
  project: Project,
  chapterId: string,
  encoding: Encoding,
): Promise<PieceRange[]> {
  const ranges = await plans.ranges(project, chapterId)
  if (ranges.length === 0) return []
  const isWhole = !joinsGroups(encoding) || (await plans.runsOver(project, chapterId))
  return isWhole ? [ranges] : ranges.map((range) => [range])
}

/** With `gaps`, segments without sound are passed over with their pauses. */
export async function planPiece(
  plans: ChapterPlans,
  project: Project,
  piece: PieceRange,
  options: { gaps: boolean; sampleRate: number; signal: AbortSignal },
): Promise<PlannedPiece> {
  const planned: PlannedPiece = { groups: [], missing: 0, spans: [] }
  let start = 0
  for (const range of piece) {
    const { group, missing } = await plans.group(project, range, options)
    planned.missing += missing
    if (group.samples === 0) continue
    planned.groups.push(group)
    for (const { source, segmentId, at, length, in: first, out } of group.clips) {
      if (source.kind !== 'take') continue
      const { takeId: id, sampleRate } = source
      const take = { id, start: first / sampleRate, end: out / sampleRate }
      planned.spans.push({ segmentId, from: start + at, to: start + at + length, take })
    }
    start += group.samples
  }
  const from = piece[0]?.from ?? 0
  const chapter = project.chapters.findLast(({ firstPosition }) => firstPosition <= from)
  // A piece that music runs through is its whole chapter.
  if (chapter && piece.at(-1)?.closes && piece[0]?.opens)
    planned.groups = await plans.layUnder(project, chapter.id, planned.groups)
  return planned
}
