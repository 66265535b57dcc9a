// Blocks on their way through tables: what stands in a row's cells becomes one block, row by row.
import type { FlowBlock } from './flow.ts'
import { addToRow, blocksOfRow, createTableRow, joinRow, type TableRow } from './table-row.ts'

export type TableRows = {
  /** A table begins: the row around it, if there is one, is layout. */
  table(): void
  row(): void
  cell(): void
  endRow(): void
  /** Takes the row under way back: it was deleted. */
  dropRow(): void
  /** A block, in a cell or anywhere else. */
  block(flow: FlowBlock): void
}

export function createTableRows(emit: (flow: FlowBlock) => void): TableRows {
  let row: TableRow | null = null

  const giveUp = () => {
    const given = row
    row = null
    for (const flow of given ? blocksOfRow(given) : []) emit(flow)
  }

  return {
    table: giveUp,
    row() {
      giveUp()
      row = createTableRow()
    },
    cell() {
      if (row) row.cell += 1
    },
    endRow() {
      const joined = row ? joinRow(row) : null
      row = null
      if (joined) emit(joined)
    },
    dropRow() {
      row = null
    },
    block(flow) {
      // What is not heard is no part of the row's sentence.
      if (!row || flow.block.leftOut !== undefined) return emit(flow)
      if (flow.block.kind === 'scene-break') return
      if (!addToRow(row, flow)) giveUp()
    },
  }
}
