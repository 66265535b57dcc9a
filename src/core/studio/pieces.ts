// What of a chapter is encoded at a time: its groups one by one, or all at once where they cannot be joined.
import type { Group, Project } from '../../contract/index.ts'
import { joinsGroups } from '../export/encoding-of.ts'
import type { Encoding } from '../ports/codecs.ts'
import type { ChapterPlans, GroupRange } from './chapter-plans.ts'

/** Groups that are encoded as one; never empty. */
export type PieceRange = GroupRange[]

/** The pieces of a chapter, in order. */
export async function pieceRanges(
  plans: ChapterPlans,
  project: Project,
  chapterId: string,
  encoding: Encoding,
): Promise<PieceRange[]> {
  const ranges = await plans.ranges(project, chapterId)
  if (ranges.length === 0) return []
  return joinsGroups(encoding) ? ranges.map((range) => [range]) : [ranges]
}

/** The plan of a piece, and how many of its segments have no sound of their own. */
export async function planPiece(
  plans: ChapterPlans,
  project: Project,
  piece: PieceRange,
  signal: AbortSignal,
): Promise<{ groups: Group[]; missing: number }> {
  const groups: Group[] = []
  let missing = 0
  for (const range of piece) {
    const planned = await plans.group(project, range, signal)
    groups.push(planned.group)
    missing += planned.missing
  }
  return { groups, missing }
}
