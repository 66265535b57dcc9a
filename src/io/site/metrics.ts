// The studio's figures in the text that Prometheus reads, by its conventions: base units, bounded labels.
import { collectDefaultMetrics, type Metric, Registry } from 'prom-client'
import type { StudioClient } from '../../contract/index.ts'
import { farmRows } from './farm-metrics.ts'
import { one, type Figures, type MetricRow } from './metric-row.ts'
import { operationRows } from './operation-metrics.ts'
import { processRows } from './process-metrics.ts'

/** Gauges of the library whose names say that they are counters; each has a fellow that tells the same by kind. */
const misnamed = ['handles', 'requests', 'resources'].map((kind) => `nodejs_active_${kind}_total`)

const rows: readonly MetricRow[] = [
  ...processRows,
  ...operationRows,
  ...farmRows,
  {
    name: 'lectern_lanes',
    help: 'Segments that may be spoken at once, and those that are.',
    type: 'gauge',
    values: ({ speech }) => [
      ...one(speech.lanes, { state: 'allowed' }),
      ...one(speech.busyLanes, { state: 'busy' }),
    ],
  },
  {
    name: 'lectern_queued_segments',
    help: 'Segments that wait to be spoken.',
    type: 'gauge',
    values: ({ speech }) => one(speech.queued),
  },
  {
    name: 'lectern_spoken_segments_total',
    help: 'Segments that were spoken.',
    type: 'counter',
    values: ({ speech }) => one(speech.spoken),
  },
  {
    name: 'lectern_cached_segments_total',
    help: 'Segments whose take was there already.',
    type: 'counter',
    values: ({ speech }) => one(speech.cacheHits),
  },
  {
    name: 'lectern_flagged_segments_total',
    help: 'Segments kept though something seems to be wrong with them.',
    type: 'counter',
    values: ({ speech }) => one(speech.flagged),
  },
  {
    name: 'lectern_failed_segments_total',
    help: 'Segments that could not be spoken.',
    type: 'counter',
    values: ({ speech }) => one(speech.failures),
  },
  {
    name: 'lectern_speech_requests_total',
    help: 'Requests to voices, made again or not.',
    type: 'counter',
    values: ({ speech }) => one(speech.requests),
  },
  {
    name: 'lectern_speech_retries_total',
    help: 'Those that were made again.',
    type: 'counter',
    values: ({ speech }) => one(speech.retries),
  },
  {
    name: 'lectern_speech_real_time_ratio',
    help: 'Seconds of sound made in a second.',
    type: 'gauge',
    values: ({ speech }) => one(speech.realTimeFactor),
  },
  {
    name: 'lectern_tree_memory_bytes',
    help: 'Memory of all processes, shared pages counted once; absent where the system does not tell.',
    type: 'gauge',
    values: ({ memory }) => one(memory.treeBytes),
  },
  {
    name: 'lectern_peak_memory_bytes',
    help: 'The most that this process has had.',
    type: 'gauge',
    values: ({ memory }) => one(memory.peakRssBytes),
  },
  {
    name: 'lectern_memory_limit_bytes',
    help: 'Above it fewer segments are spoken at once.',
    type: 'gauge',
    values: ({ memory }) => one(memory.softLimitBytes),
  },
  {
    name: 'lectern_memory_governor_lowered',
    help: '1 while fewer are.',
    type: 'gauge',
    values: ({ memory }) => one(memory.governor === 'lowered' ? 1 : 0),
  },
  {
    name: 'lectern_cache_entries',
    help: 'What is kept, by kind.',
    type: 'gauge',
    values: ({ caches }) => caches.flatMap(({ kind, entries }) => one(entries, { kind })),
  },
  {
    name: 'lectern_cache_bytes',
    help: 'How much it takes on disk.',
    type: 'gauge',
    values: ({ caches }) => caches.flatMap(({ kind, bytes }) => one(bytes, { kind })),
  },
  {
    name: 'lectern_cache_hits_total',
    help: 'What was asked for and there.',
    type: 'counter',
    values: ({ caches }) => caches.flatMap(({ kind, hits }) => one(hits, { kind })),
  },
  {
    name: 'lectern_cache_misses_total',
    help: 'What was asked for and not there.',
    type: 'counter',
    values: ({ caches }) => caches.flatMap(({ kind, misses }) => one(misses, { kind })),
  },
]

export type MetricsText = {
  type: string
  text(): Promise<string>
  /** The same figures, before they are made into that text; null while there are none. */
  figures(): Promise<Figures | null>
}

/**
 * What `/metrics` answers with: the studio's own figures and the usual ones of a Node process. Its observers begin
 * with the first call, and cost nothing where nobody asks.
 */
export function createMetrics(studio: Pick<StudioClient, 'call'>): MetricsText {
  let registry: Registry | null = null
  let figures: Figures | null = null
  const open = (): Registry => {
    const fresh = new Registry()
    collectDefaultMetrics({ register: fresh })
    for (const name of misnamed) fresh.removeSingleMetric(name)
    for (const { values, ...row } of rows) {
      const get = async () => ({ ...row, values: figures === null ? [] : values(figures) })
      // The registry asks for no more of a metric than this.
      fresh.registerMetric({ ...row, get } as unknown as Metric)
    }
    return fresh
  }
  return {
    type: Registry.PROMETHEUS_CONTENT_TYPE,
    figures: () => readFigures(studio),
    async text() {
      figures = await readFigures(studio)
      registry ??= open()
      return registry.metrics()
    },
  }
}

async function readFigures(studio: Pick<StudioClient, 'call'>): Promise<Figures | null> {
  const [performance, machine, alerts, operations, cache, farm] = await Promise.all([
    studio.call('performance.read', {}),
    studio.call('performance.processes', {}),
    studio.call('alerts.read', {}),
    studio.call('performance.operations', {}),
    studio.call('cache.stats', {}),
    studio.call('farm.read', {}),
  ])
  const sample = performance.ok ? performance.value.samples.at(-1) : undefined
  if (!sample) return null
  return {
    ...sample,
    operations: operations.ok ? operations.value.operations : [],
    caches: cache.ok ? cache.value.kinds : [],
    alerts: alerts.ok ? alerts.value.alerts : [],
    farm: farm.ok && farm.value.farm.settings ? farm.value.farm : null,
    ...(machine.ok ? machine.value : { processes: [], owned: [], leaks: [] }),
  }
}
