// What reading takes leaves to be written: last uses and counts, kept in memory until the next write.
import type { Database } from './database.ts'
import type { PreparedTable } from './statement.ts'
import type { takeStatements, Tally } from './statements/take-statements.ts'

export type Counter = Exclude<keyof Tally, 'entries' | 'bytes'>

export type TakeLedger = {
  /** Notes a use of the take with this number. */
  touch(take: number, usedAt: number): void
  count(counter: Counter, by: number): void
  /** Runs a transaction that also writes what is pending. A kill loses pending notes, nothing else. */
  write<T>(work: () => T): T
  tally(): Tally
}

/** Makes the ledger of one open takes.db. */
export function createTakeLedger(
  database: Database,
  prepared: PreparedTable<typeof takeStatements>,
): TakeLedger {
  const uses = new Map<number, number>()
  const zero = (): Record<Counter, number> => ({ hits: 0, misses: 0, evictions: 0, expiries: 0 })
  let counts = zero()

  const writePending = () => {
    for (const [number, usedAt] of uses) prepared.touch.run({ number, usedAt })
    if (Object.values(counts).some((count) => count > 0)) prepared.count.run(counts)
  }
  return {
    touch: (take, usedAt) => void uses.set(take, usedAt),
    count(counter, by) {
      counts[counter] += by
    },
    write(work) {
      // Counted in `work` means written next time; only what was written is forgotten.
      const before = { ...counts }
      const result = database.transaction(() => {
        writePending()
        return work()
      })
      uses.clear()
      const after = zero()
      for (const counter of Object.keys(after) as Counter[])
        after[counter] = counts[counter] - before[counter]
      counts = after
      return result
    },
    tally() {
      const stored = prepared.tally.get({}) ?? { entries: 0, bytes: 0, ...zero() }
      for (const counter of Object.keys(counts) as Counter[]) stored[counter] += counts[counter]
      return stored
    },
  }
}
