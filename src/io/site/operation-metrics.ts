// The metrics of what the studio does: how long it takes, how much of it fails, and by how much memory grows.
import type { MemoryGrowth } from '../../contract/index.ts'
import { one, type Figures, type MetricRow, type MetricValue } from './metric-row.ts'

type Operation = Figures['operations'][number]

const duration = 'lectern_operation_duration_seconds'
const seconds = (milliseconds: number): number => milliseconds / 1000
const labelsOf = ({ operation, of }: Operation) => ({ operation, of: of ?? '' })

/** Gauges, and no summary: growth may be less than nothing, and the sum of a summary never falls. */
const growth = (name: string, which: string, figure: keyof MemoryGrowth): MetricRow => ({
  name: `lectern_operation_memory_growth_${name}_bytes`,
  help: `Growth of the main process while it ran, with what ran beside it: ${which}.`,
  type: 'gauge',
  values: ({ operations }) =>
    operations.flatMap((operation) =>
      one(operation.memoryGrowth?.[figure] ?? null, labelsOf(operation)),
    ),
})

export const operationRows: readonly MetricRow[] = [
  {
    name: duration,
    help: 'How long what the studio does takes, since it opened.',
    type: 'summary',
    values: ({ operations }) => operations.flatMap(durationsOf),
  },
  {
    name: 'lectern_operation_failures_total',
    help: 'How much of it has failed.',
    type: 'counter',
    values: ({ operations }) =>
      operations.flatMap((operation) => one(operation.failures, labelsOf(operation))),
  },
  growth('mean', 'on average', 'meanBytes'),
  growth('max', 'at most', 'maxBytes'),
  growth('last', 'the last time', 'lastBytes'),
]

function durationsOf(operation: Operation): MetricValue[] {
  const { count, meanMs, p50Ms, p95Ms, p99Ms } = operation
  const labels = labelsOf(operation)
  const quantiles = { '0.5': p50Ms, '0.95': p95Ms, '0.99': p99Ms }
  return [
    ...Object.entries(quantiles).map(([quantile, ms]) => ({
      labels: { ...labels, quantile },
      value: seconds(ms),
    })),
    { metricName: `${duration}_sum`, labels, value: seconds(meanMs * count) },
    { metricName: `${duration}_count`, labels, value: count },
  ]
}
