// One metric of /metrics, and what it is read from.
import type { CommandReply } from '../../contract/index.ts'

export type MetricValue = { labels: Record<string, string>; value: number; metricName?: string }
/** All that is told at one scrape. */
export type Figures = CommandReply<'performance.read'>['samples'][number] & {
  operations: CommandReply<'performance.operations'>['operations']
  caches: CommandReply<'cache.stats'>['kinds']
  alerts: CommandReply<'alerts.read'>['alerts']
  /** Null: none is set. */
  farm: CommandReply<'farm.read'>['farm'] | null
} & CommandReply<'performance.processes'>
/** One metric, by the conventions of Prometheus: base units, bounded labels. */
export type MetricRow = {
  name: string
  help: string
  type: 'gauge' | 'counter' | 'summary'
  values: (figures: Figures) => MetricValue[]
}

/** Of one value; nothing where it cannot be told. */
export const one = (value: number | null, labels: Record<string, string> = {}): MetricValue[] =>
  value === null ? [] : [{ labels, value }]
