// The rows that a deed at the desk is for: all that are chosen, else the one that is looked at.
import type { RowTarget, SegmentRow } from '../../../contract/index.ts'
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
