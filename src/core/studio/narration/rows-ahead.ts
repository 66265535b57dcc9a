// The rows that come next, looked up while others are spoken: no lane stands still for the stores.
import type { Resolved } from '../takes/resolver.ts'

export type RowsAhead = {
  /** Looks up, in one go, those that are not looked up yet. */
  prepare(rows: readonly Resolved[]): void
  /** The row as it is now; undefined where it is gone. Fails as the look-up does. */
  take(row: Resolved): Promise<Resolved | undefined>
  /** The document has changed: what was looked up may be wrong. */
  forget(): void
  /** There is a take now that was not there when rows that want it were looked up. */
  forgetTake(takeId: string): void
  /** Rows looked up and not taken. */
  readonly size: number
}

type Entry = { wantedTakeId: string; found: Promise<Resolved | undefined> }

/** `lookUp` answers with the rows as they are now; those that are gone are left out. */
export function createRowsAhead(
  lookUp: (segmentIds: readonly string[]) => Promise<Resolved[]>,
): RowsAhead {
  const entries = new Map<string, Entry>()
  return {
    prepare(rows) {
      const missing = rows.filter(({ segment }) => !entries.has(segment.id))
      if (missing.length === 0) return
      const found = lookUp(missing.map(({ segment }) => segment.id)).then(
        (all) => new Map(all.map((row) => [row.segment.id, row])),
      )
      // Whoever takes a row hears of it; a row that nobody takes is nobody's trouble.
      found.catch(() => {})
      for (const { segment, wantedTakeId } of missing) {
        const mine = found.then((all) => all.get(segment.id))
        mine.catch(() => {})
        entries.set(segment.id, { wantedTakeId, found: mine })
      }
    },
    async take({ segment }) {
      const entry = entries.get(segment.id)
      entries.delete(segment.id)
      return entry ? entry.found : (await lookUp([segment.id]))[0]
    },
    forget: () => entries.clear(),
    forgetTake(takeId) {
      for (const [id, { wantedTakeId }] of entries) if (wantedTakeId === takeId) entries.delete(id)
    },
    get size() {
      return entries.size
    },
  }
}
