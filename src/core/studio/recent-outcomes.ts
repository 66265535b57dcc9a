// How the last minutes went, of the few operations that alerts are about.
import type { OperationName } from '../../contract/index.ts'
import type { Clock } from '../base/scope.ts'

export type RecentKind = 'lists' | 'imports' | 'speech'

export type RecentOutcomes = {
  /** `p95Ms` is null where fewer than five were done: one slow one is no rule. */
  of(kind: RecentKind): { count: number; failures: number; p95Ms: number | null }
}

const spanMs = 300_000
/** The newest: enough for a p95, and bounded whatever the speed. */
const kept = 512
const leastForP95 = 5

/** `heard`: to be told of every operation that has ended. */
export function createRecentOutcomes(clock: Pick<Clock, 'monotonic'>) {
  const rings = new Map<RecentKind, { at: number; ms: number; failed: boolean }[]>()
  const kindOf = (operation: OperationName, of: string | null): RecentKind | null => {
    if (operation === 'speak') return 'speech'
    if (operation === 'parse') return 'imports'
    if (operation === 'list-voices') return 'lists'
    return operation === 'call' && of?.endsWith('.list') ? 'lists' : null
  }
  const outcomes: RecentOutcomes & {
    heard(operation: OperationName, of: string | null, ms: number, failed: boolean): void
  } = {
    heard(operation, of, ms, failed) {
      const kind = kindOf(operation, of)
      if (kind === null) return
      const ring = rings.get(kind) ?? []
      rings.set(kind, ring)
      ring.push({ at: clock.monotonic(), ms, failed })
      if (ring.length > kept) ring.shift()
    },
    of(kind) {
      const now = clock.monotonic()
      const ring = (rings.get(kind) ?? []).filter(({ at }) => now - at <= spanMs)
      const sorted = ring.map(({ ms }) => ms).toSorted((a, b) => a - b)
      return {
        count: ring.length,
        failures: ring.filter(({ failed }) => failed).length,
        p95Ms:
          ring.length < leastForP95
            ? null
            : (sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * 0.95))] ?? null),
      }
    },
  }
  return outcomes
}
