// Rows in place of others: where the rest goes, and the stretches that bring back what was there.
import type { ChapterEntry, KeptRow, ReplacedStretch } from '../../contract/index.ts'
import { invariant } from './invariant.ts'

/** Rows that stay, and by how many positions they move. */
export type Shift = { from: number; before: number; shift: number }

/** What stays between and behind the stretches, of a book of so many rows; what does not move is not named. */
export function shiftsOf(stretches: readonly ReplacedStretch[], rows: number): Shift[] {
  const shifts: Shift[] = []
  let shift = 0
  let at = 0
  for (const { from, count, rows: put } of stretches) {
    invariant(from >= at && from + count <= rows, 'replaced stretches are apart and ascending')
    if (shift !== 0 && from > at) shifts.push({ from: at, before: from, shift })
    shift += put.length - count
    at = from + count
  }
  if (shift !== 0 && rows > at) shifts.push({ from: at, before: rows, shift })
  return shifts
}

/** The stretches that bring back the rows that `rowsOf` tells of before. */
export function stretchesBack(
  stretches: readonly ReplacedStretch[],
  rowsOf: (from: number, count: number) => KeptRow[],
): ReplacedStretch[] {
  let shift = 0
  return stretches.map(({ chapterId, from, count, rows }) => {
    const back = { chapterId, from: from + shift, count: rows.length, rows: rowsOf(from, count) }
    shift += rows.length - count
    return back
  })
}

/** Where chapters begin, and how many rows they have, once the rows are replaced. */
export function placesAfter(
  chapters: readonly Pick<ChapterEntry, 'id' | 'segments'>[],
  stretches: readonly ReplacedStretch[],
): { id: string; segments: number; firstPosition: number }[] {
  let firstPosition = 0
  return chapters.map(({ id, segments: before }) => {
    const own = stretches.filter(({ chapterId }) => chapterId === id)
    const segments = own.reduce((sum, { rows, count }) => sum + rows.length - count, before)
    const place = { id, segments, firstPosition }
    firstPosition += segments
    return place
  })
}
