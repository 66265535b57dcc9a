// The metrics of the farm; without one there is no value of them.
import { workerState, workerStates, type FarmView, type FarmWorker } from '../../contract/index.ts'
import { one, type MetricRow, type MetricValue } from './metric-row.ts'

/** Workers name themselves: so many have series of their own, the others one together. */
const mostNames = 100

const row = (
  name: string,
  type: MetricRow['type'],
  help: string,
  values: (farm: FarmView) => MetricValue[],
): MetricRow => ({
  name: `lectern_farm_${name}`,
  help,
  type,
  values: ({ farm }) => (farm ? values(farm) : []),
})

/** Workers of one name are one series, and their figures are added. */
function ofWorkers({ workers }: FarmView, figure: 'lanes' | 'busy' | 'spoken' | 'failed') {
  const sums = new Map<string, number>()
  for (const worker of workers) {
    const name = sums.has(worker.name) || sums.size < mostNames ? worker.name : 'other'
    sums.set(name, (sums.get(name) ?? 0) + worker[figure])
  }
  return [...sums].flatMap(([worker, sum]) => one(sum, { worker }))
}

const inState = (workers: readonly FarmWorker[], state: (typeof workerStates)[number]): number =>
  workers.filter((worker) => workerState(worker) === state).length

export const farmRows: readonly MetricRow[] = [
  row('connected', 'gauge', '1 while the Redis of the farm answers.', ({ state }) =>
    one(state === 'connected' ? 1 : 0),
  ),
  row('workers', 'gauge', 'Workers that are there, by what they do.', ({ workers }) =>
    workerStates.flatMap((state) => one(inState(workers, state), { state })),
  ),
  row('lanes', 'gauge', 'Segments that a worker may speak at once.', (farm) =>
    ofWorkers(farm, 'lanes'),
  ),
  row('busy_lanes', 'gauge', 'Segments that it speaks.', (farm) => ofWorkers(farm, 'busy')),
  row('spoken_segments', 'gauge', 'Segments that it has spoken since it was started.', (farm) =>
    ofWorkers(farm, 'spoken'),
  ),
  row('failed_segments', 'gauge', 'Segments that it could not speak since then.', (farm) =>
    ofWorkers(farm, 'failed'),
  ),
  row('waiting_jobs', 'gauge', 'Jobs of all studios that wait for a worker.', ({ waiting }) =>
    one(waiting),
  ),
  row('shared_hits_total', 'counter', 'Shared takes that were found.', ({ shared }) =>
    one(shared.hits),
  ),
  row('shared_misses_total', 'counter', 'Those that nobody had made.', ({ shared }) =>
    one(shared.misses),
  ),
]
