// The metrics of what the studio does: how long it takes, and how much of it fails.
import { one, type Figures, type MetricRow, type MetricValue } from './metric-row.ts'

type Operation = Figures['operations'][number]

const duration = 'lectern_operation_duration_seconds'
const seconds = (milliseconds: number): number => milliseconds / 1000
const labelsOf = ({ operation, of }: Operation) => ({ operation, of: of ?? '' })

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
