// How the last minutes went, of the few operations that alerts are about.
import type { OperationName } from '../../contract/index.ts'
import type { Clock } from '../base/scope.ts'

export type RecentKind = 'lists' | 'imports' | 'speech'

export type RecentOutcomes = {
  /** Null where fewer than twenty were done: one slow one is no rule. */
  p95Ms(kind: RecentKind): number | null
}

const spanMs = 300_000
/** The newest: enough for a p95, and bounded whatever the speed. */
const kept = 512
const leastForP95 = 20

/** `heard`: to be told of every operation that has ended. */
export function createRecentOutcomes(clock: Pick<Clock, 'monotonic'>) {
  const rings = new Map<RecentKind, { at: number; ms: number }[]>()
  const kindOf = (operation: OperationName, of: string | null): RecentKind | null => {
    if (operation === 'speak') return 'speech'
    if (operation === 'parse') return 'imports'
    if (operation === 'list-voices') return 'lists'
    return operation === 'call' && of?.endsWith('.list') ? 'lists' : null
  }
  const outcomes: RecentOutcomes & {
    heard(operation: OperationName, of: string | null, ms: number): void
  } = {
    heard(operation, of, ms) {
      const kind = kindOf(operation, of)
      if (kind === null) return
      const ring = rings.get(kind) ?? []
      rings.set(kind, ring)
      ring.push({ at: clock.monotonic(), ms })
      if (ring.length > kept) ring.shift()
    },
    p95Ms(kind) {
      const now = clock.monotonic()
      const ring = (rings.get(kind) ?? []).filter(({ at }) => now - at <= spanMs)
      if (ring.length < leastForP95) return null
      const sorted = ring.map(({ ms }) => ms).toSorted((a, b) => a - b)
      return sorted[Math.ceil(sorted.length * 0.95) - 1] ?? null
    },
  }
  return outcomes
}
