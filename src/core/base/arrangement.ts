// Chapters made of spans of rows: where every row goes, and the arrangement that brings it back.
import type { ArrangedChapter, ChapterEntry, Project, RowSpan } from '../../contract/index.ts'
import { canonicalJson, type Json } from './digest.ts'
import { invariant } from './invariant.ts'

/** Rows that move together: `from` before the change, `to` after it. */
export type Move = RowSpan & { to: number; chapterId: string }

/** Where the rows go, in their new order. Every row of the book must be in exactly one span. */
export function movesOf(chapters: readonly ArrangedChapter[], rows: number): Move[] {
  let to = 0
  const moves: Move[] = []
  for (const { id, spans } of chapters)
    for (const { from, count } of spans) {
      moves.push({ from, count, to, chapterId: id })
      to += count
    }
  let next = 0
  for (const { from, count } of moves.toSorted((a, b) => a.from - b.from)) {
    invariant(from === next, 'an arrangement has every row once')
    next += count
  }
  invariant(next === rows && to === rows, 'an arrangement has every row of the book')
  return moves
}

/** The index as it is after the change. */
export function entriesOf(chapters: readonly ArrangedChapter[]): ChapterEntry[] {
  let firstPosition = 0
  return chapters.map(({ spans, ...chapter }) => {
    const segments = spans.reduce((sum, { count }) => sum + count, 0)
    const entry = { ...chapter, segments, firstPosition }
    firstPosition += segments
    return entry
  })
}

/** The index as it is, as an arrangement that changes nothing. */
export const arrangementOf = (chapters: readonly ChapterEntry[]): ArrangedChapter[] =>
  chapters.map(({ segments, firstPosition, ...chapter }) => ({
    ...chapter,
    spans: segments === 0 ? [] : [{ from: firstPosition, count: segments }],
  }))

/** Whether rows, chapters and what is told of them stay. What is its own inverse may move rows all the same. */
export const arrangesNothing = (
  { chapters, notePlace }: Pick<Project, 'chapters' | 'notePlace'>,
  change: { chapters: readonly ArrangedChapter[]; notePlace: Project['notePlace'] },
): boolean =>
  change.notePlace === notePlace &&
  canonicalJson(change.chapters as Json) === canonicalJson(arrangementOf(chapters) as Json)

/** The arrangement that leads from `after` back to `before`. */
export function rearranged(
  before: readonly ChapterEntry[],
  after: readonly ArrangedChapter[],
): ArrangedChapter[] {
  const rows = before.reduce((sum, { segments }) => sum + segments, 0)
  const moves = movesOf(after, rows).toSorted((a, b) => a.from - b.from)
  let at = 0
  return arrangementOf(before).map((chapter) => {
    const spans: RowSpan[] = []
    for (const { from, count } of chapter.spans) {
      const end = from + count
      while (at < moves.length) {
        const move = moves[at] as Move
        const low = Math.max(from, move.from)
        const high = Math.min(end, move.from + move.count)
        if (high > low) spans.push({ from: move.to + low - move.from, count: high - low })
        if (move.from + move.count > end) break
        at += 1
      }
    }
    return { ...chapter, spans: joinSpans(spans) }
  })
}

/** Spans without those that only go on where the one before ends. */
export function joinSpans(spans: readonly RowSpan[]): RowSpan[] {
  const joined: RowSpan[] = []
  for (const span of spans) {
    const last = joined.at(-1)
    if (span.count === 0) continue
    if (last && last.from + last.count === span.from) last.count += span.count
    else joined.push({ ...span })
  }
  return joined
}
