// By how much the process grew while what is marked for it ran: sums alone, so that nothing is kept of each.
import type { CommandName, MemoryGrowth, OperationName } from '../../../contract/index.ts'

/** What is small and often done would tell of nothing but what runs beside it. */
const marked: readonly OperationName[] = ['parse', 'segment', 'encode', 'export']
const markedCalls: readonly CommandName[] = ['project.open', 'cast.find']

export const isMarked = (operation: OperationName, of: string | null): boolean =>
  operation === 'call' ? markedCalls.some((name) => name === of) : marked.includes(operation)

export type GrowthSums = {
  record(bytes: number): void
  /** All 0 while nothing was recorded. */
  read(): MemoryGrowth
}

/**
 * Sums, and no histogram as durations have: growth may be less than nothing. It is that of the RSS, for the heap rises
 * and falls with its garbage by more than any of this takes.
 */
export function createGrowthSums(): GrowthSums {
  let count = 0
  let sum = 0
  let maxBytes = 0
  let lastBytes = 0
  return {
    record(bytes) {
      maxBytes = count === 0 ? bytes : Math.max(maxBytes, bytes)
      count += 1
      sum += bytes
      lastBytes = bytes
    },
    read: () => ({ meanBytes: count === 0 ? 0 : sum / count, maxBytes, lastBytes }),
  }
}
