// Which takes go when the cache is too old or too large: only those that nothing refers to.
import type { PreparedTable } from './statement.ts'
import type { takeStatements } from './statements/take-statements.ts'
import type { Counter, TakeLedger } from './take-ledger.ts'

/** Takes dropped in one transaction: keeps the log short, and others waiting for a moment only. */
const batch = 200

/** What one batch freed, and whether nothing more was left to drop. */
export type EvictionStep = { freedBytes: number; done: boolean }

export type TakeEviction = {
  /** Drops what was last used at or before `before`, and counts it as expired. */
  expire(before: number): EvictionStep
  /** Drops by least recent use until at most `maxBytes` are left, and counts it as evicted. */
  shrink(maxBytes: number): EvictionStep
  /** Drops all that nothing refers to. */
  clear(): EvictionStep
}

const ever = Number.MAX_SAFE_INTEGER

export function createTakeEviction(
  prepared: PreparedTable<typeof takeStatements>,
  ledger: TakeLedger,
): TakeEviction {
  /** Drops the least recently used until `excess` bytes are freed; what is held is never looked at. */
  const drop = (before: number, excess: number, counter: Counter | null): EvictionStep => {
    if (excess <= 0) return { freedBytes: 0, done: true }
    return ledger.write(() => {
      const candidates = prepared.unheld.all({ before, count: batch })
      let freedBytes = 0
      let dropped = 0
      for (const take of candidates) {
        if (freedBytes >= excess) break
        prepared.evict.run({ number: take.number })
        freedBytes += take.bytes
        dropped += 1
      }
      if (counter) ledger.count(counter, dropped)
      return { freedBytes, done: freedBytes >= excess || candidates.length < batch }
    })
  }
  return {
    expire: (before) => drop(before, Infinity, 'expiries'),
    shrink: (maxBytes) => drop(ever, ledger.tally().bytes - maxBytes, 'evictions'),
    clear: () => drop(ever, Infinity, null),
  }
}
