// How the last minutes went, of the few operations that alerts are about.
import type { OperationName } from '../../../contract/index.ts'
import { quantileOf } from '../../base/quantile.ts'
import { createRecentValues, type RecentValues } from '../../base/recent-values.ts'
import type { Clock } from '../../base/scope.ts'

export type RecentKind = 'lists' | 'imports' | 'speech'

export type RecentOutcomes = {
  /** Null where fewer than twenty were done: one slow one is no rule. */
  p95Ms(kind: RecentKind): number | null
}

/** Enough for a p95. */
const kept = { spanMs: 300_000, most: 512 }
const leastForP95 = 20

/** `heard`: to be told of every operation that has ended. */
export function createRecentOutcomes(clock: Pick<Clock, 'monotonic'>) {
  const rings = new Map<RecentKind, RecentValues<number>>()
  const kindOf = (operation: OperationName, of: string | null): RecentKind | null => {
    if (operation === 'speak') return 'speech'
    if (operation === 'parse') return 'imports'
    if (operation === 'list-voices') return 'lists'
    // That one waits for servers, which `list-voices` tells already.
    const isList = operation === 'call' && of?.endsWith('.list') && of !== 'voice.list'
    return isList ? 'lists' : null
  }
  const outcomes: RecentOutcomes & {
    heard(operation: OperationName, of: string | null, ms: number): void
  } = {
    heard(operation, of, ms) {
      const kind = kindOf(operation, of)
      if (kind === null) return
      const ring = rings.get(kind) ?? createRecentValues<number>(clock, kept)
      rings.set(kind, ring)
      ring.add(ms)
    },
    p95Ms(kind) {
      const durations = rings.get(kind)?.read() ?? []
      return durations.length < leastForP95 ? null : quantileOf(durations, 0.95)
    },
  }
  return outcomes
}
