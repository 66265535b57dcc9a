// Rows of rich text: begun by the first paragraph that says it is in a table, for nothing else begins them.
import type { FlowBlock } from '../flow.ts'
import { createTableRows } from '../table-rows.ts'

export type TextRows = {
  /** A paragraph, in a cell or anywhere else. */
  send(flow: FlowBlock): void
  /** One that hangs on a paragraph: where it stands says nothing of rows. */
  sendBoxed(flow: FlowBlock): void
  endCell(): void
  endRow(): void
}

/** `inTable`: whether what is sent is in one. */
export function createTextRows(emit: (flow: FlowBlock) => void, inTable: () => boolean): TextRows {
  const rows = createTableRows(emit)
  let inRow = false

  const endRow = () => {
    rows.endRow()
    inRow = false
  }

  return {
    send(flow) {
      if (inTable() && !inRow) {
        rows.row()
        rows.cell()
        inRow = true
      } else if (!inTable() && inRow) endRow()
      rows.block(flow)
    },
    sendBoxed: rows.block,
    endCell() {
      if (inRow) rows.cell()
    },
    endRow,
  }
}
