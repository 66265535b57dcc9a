// The metrics of processes, of what is owned, of leaks and alerts.
import { alertNames, type ProcessPerformance } from '../../contract/index.ts'
import { one, type Figures, type MetricRow, type MetricValue } from './metric-row.ts'

/** Strangers have names that nobody bounds. */
const labelOf = ({ kind, name }: ProcessPerformance): string =>
  kind === 'stranger' ? 'other' : name

/** Processes of one name are one series, and their figures are added. */
function ofProcesses(
  { processes }: Figures,
  of: (process: ProcessPerformance) => number | null,
): MetricValue[] {
  const sums = new Map<string, number>()
  for (const process of processes) {
    const value = of(process)
    const label = labelOf(process)
    if (value !== null) sums.set(label, (sums.get(label) ?? 0) + value)
  }
  return [...sums].flatMap(([process, value]) => one(value, { process }))
}

const gauge = (name: string, help: string, values: MetricRow['values']): MetricRow => ({
  name,
  help,
  type: 'gauge',
  values,
})

export const processRows: readonly MetricRow[] = [
  gauge('lectern_processes', 'Processes and threads that run, by name.', (figures) =>
    ofProcesses(figures, () => 1),
  ),
  gauge(
    'lectern_process_memory_bytes',
    'Memory; shared pages are divided where the system tells.',
    (figures) => ofProcesses(figures, ({ pssBytes, rssBytes }) => pssBytes ?? rssBytes),
  ),
  gauge('lectern_process_heap_bytes', 'Of the JavaScript heap, what is used.', (figures) =>
    ofProcesses(figures, ({ heapUsedBytes }) => heapUsedBytes),
  ),
  gauge('lectern_process_external_bytes', 'What JavaScript holds outside of its heap.', (figures) =>
    ofProcesses(figures, ({ externalBytes }) => externalBytes),
  ),
  gauge('lectern_process_cpu_ratio', 'Cores in use.', (figures) =>
    ofProcesses(figures, ({ cpuPercent }) => (cpuPercent === null ? null : cpuPercent / 100)),
  ),
  gauge(
    'lectern_process_event_loop_utilization_ratio',
    'Share of the time in which the loop had work.',
    (figures) => ofProcesses(figures, ({ eventLoopUtilisation }) => eventLoopUtilisation),
  ),
  gauge('lectern_process_threads', 'Threads of the system.', (figures) =>
    ofProcesses(figures, ({ threads }) => threads),
  ),
  gauge('lectern_process_open_files', 'Files and connections that are open.', (figures) =>
    ofProcesses(figures, ({ openFiles }) => openFiles),
  ),
  gauge(
    'lectern_process_collecting_ratio',
    'Share of the time spent on collecting garbage.',
    (figures) =>
      ofProcesses(figures, ({ gcMsPerSecond }) =>
        gcMsPerSecond === null ? null : gcMsPerSecond / 1000,
      ),
  ),
  gauge('lectern_owned', 'What the studio owns now, by kind.', ({ owned }) =>
    owned.flatMap(({ name, count }) => one(count, { kind: name.replaceAll(' ', '_') })),
  ),
  gauge(
    'lectern_suspected_leaks',
    'Series that grew with the work and did not fall again.',
    ({ leaks }) => one(leaks.length),
  ),
  gauge('lectern_alert', '1 while the studio warns of it.', ({ alerts }) =>
    alertNames.flatMap((name) =>
      one(alerts.some((alert) => alert.name === name) ? 1 : 0, { alert: name }),
    ),
  ),
]
