// The rows that a deed at the desk is for: all that are chosen, else the one that is looked at.
import type { RowTarget, SegmentRow } from '../../../contract/index.ts'
import { shownAlone, type Finder } from './finder.ts'
import type { SegmentPages } from './segment-pages.ts'
import { chosenRows, type Selection } from './selection.ts'

/** `row`: the one that is looked at; it may be behind the selection by a moment. */
export function deedTarget(
  selection: Selection,
  row: SegmentRow,
): { target: RowTarget; count: number } {
  const { from, to } = chosenRows(selection)
  const count = to - from + 1
  return count > 1 && row.position >= from && row.position <= to
    ? { target: { kind: 'rows', from, count }, count }
    : { target: { kind: 'segments', segmentIds: [row.id] }, count: 1 }
}

/**
 * All that are chosen. Where the list shows what was found and nothing else, rows between that are not shown
 * are not meant.
 */
export async function chosenTarget(book: {
  selection: { get(): Selection }
  finder: Pick<Finder, 'search' | 'found'>
  segments: Pick<SegmentPages, 'load'>
}): Promise<{ target: RowTarget; count: number }> {
  const { from, to } = chosenRows(book.selection.get())
  const alone = shownAlone(book.finder.search.get(), book.finder.found.get())
  const count = to - from + 1
  if (alone === null || count === 1) return { target: { kind: 'rows', from, count }, count }
  const shown = alone.filter((position) => position >= from && position <= to)
  const rows = await Promise.all(shown.map(book.segments.load))
  const segmentIds = rows.flatMap((row) => (row === null ? [] : [row.id]))
  return { target: { kind: 'segments', segmentIds }, count: segmentIds.length }
}
