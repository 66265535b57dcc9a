// Tells the studio which rows the person has before their eyes, so that those are spoken next.
import { after } from '../client/after.ts'
import type { Connection } from '../client/connection.ts'

/** Who scrolls past sees nothing: only where they stay counts. */
const restMs = 200

/** Positions in the book, `from` inclusive, `to` exclusive. */
export type ShownRows = { from: number; to: number }

export type SeenRows = {
  /** Null: none, the list is gone. Told once it has stayed so for a moment. */
  show(rows: ShownRows | null): void
  /** The book is left: nothing of it is seen any more. */
  dispose(): void
}

export function createSeenRows(connection: Connection, projectId: string): SeenRows {
  let shown: ShownRows | null = null
  let told: ShownRows | null = null
  let stop = () => {}
  const tell = (rows: ShownRows | null) => {
    if (rows?.from === told?.from && rows?.to === told?.to) return
    told = rows
    void connection.call('rows.see', {
      projectId,
      rows: rows && { from: rows.from, count: rows.to - rows.from },
    })
  }
  // A studio that was started again knows nothing of this page.
  const stopOpening = connection.onOpen(() => {
    told = null
    tell(shown)
  })
  return {
    show(rows) {
      shown = rows
      stop()
      stop = after(restMs, () => tell(rows))
    },
    dispose() {
      stopOpening()
      stop()
      tell(null)
    },
  }
}
