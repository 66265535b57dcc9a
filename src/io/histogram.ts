// Durations in a fixed amount of memory: Node's own HDR histogram.
import { createHistogram } from 'node:perf_hooks'
import type { Histogram } from '../core/ports/machine.ts'

/** In microseconds: from one to an hour, so that what takes no time is told from what takes little. */
const range = { lowest: 1, highest: 3_600_000_000, figures: 2 }

export function newHistogram(): Histogram {
  const kept = createHistogram(range)
  return {
    record: (milliseconds) =>
      kept.record(Math.min(range.highest, Math.max(range.lowest, Math.round(milliseconds * 1000)))),
    read: () => ({
      count: kept.count,
      minMs: kept.count === 0 ? 0 : kept.min / 1000,
      meanMs: kept.count === 0 ? 0 : kept.mean / 1000,
      p50Ms: kept.percentile(50) / 1000,
      p95Ms: kept.percentile(95) / 1000,
      p99Ms: kept.percentile(99) / 1000,
      maxMs: kept.max / 1000,
    }),
  }
}
