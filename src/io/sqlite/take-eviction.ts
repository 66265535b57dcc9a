// Which takes go when the cache is too old or too large: only those that nothing refers to.
import type { PreparedTable } from './statement.ts'
import type { takeStatements } from './statements/take-statements.ts'
import type { TakeLedger } from './take-ledger.ts'

/** Takes dropped in one transaction: keeps the log short when much must go. */
const batch = 200

export type TakeEviction = {
  /** Drops what was last used at or before `before`, and counts it as expired. */
  expire(before: number): number
  /** Drops by least recent use until at most `maxBytes` are left, and counts it as evicted. */
  shrink(maxBytes: number): number
  /** Drops all that nothing refers to. */
  clear(): number
}

/** Answers are bytes that were freed. */
export function createTakeEviction(
  prepared: PreparedTable<typeof takeStatements>,
  ledger: TakeLedger,
): TakeEviction {
  /** Drops the oldest of one batch while `excess` says so; what is held is never looked at. */
  const dropBatch = (before: number, excess: number) =>
    ledger.write(() => {
      let bytes = 0
      let takes = 0
      for (const take of prepared.unheld.all({ before, count: batch })) {
        if (bytes >= excess) break
        prepared.evict.run({ number: take.number })
        bytes += take.bytes
        takes += 1
      }
      return { bytes, takes }
    })

  const drop = (before: number, excess: number, counter: 'evictions' | 'expiries' | null) => {
    let freed = 0
    for (;;) {
      const { bytes, takes } = dropBatch(before, excess - freed)
      freed += bytes
      if (counter) ledger.count(counter, takes)
      if (takes === 0) return freed
    }
  }
  return {
    expire: (before) => drop(before, Infinity, 'expiries'),
    shrink: (maxBytes) =>
      drop(Number.MAX_SAFE_INTEGER, ledger.tally().bytes - maxBytes, 'evictions'),
    clear: () => drop(Number.MAX_SAFE_INTEGER, Infinity, null),
  }
}
