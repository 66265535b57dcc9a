// The rows that a deed is for: all that are selected, else the chosen one.
import type { RowTarget, SegmentRow } from '../../../contract/index.ts'
import type { Selection } from './selection.ts'

export type ChosenRows = { target: RowTarget; count: number }

export function chosenRows(
  { position, rows }: Selection & { rows?: { from: number; to: number } | null },
  row: SegmentRow,
): ChosenRows {
  const isOne = rows == null || rows.to <= rows.from || position < rows.from || position > rows.to
  if (isOne) return { target: { kind: 'segments', segmentIds: [row.id] }, count: 1 }
  const count = rows.to - rows.from + 1
  return { target: { kind: 'rows', from: rows.from, count }, count }
}
