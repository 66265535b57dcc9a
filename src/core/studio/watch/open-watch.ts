// All that watches over the studio: its figures, its processes, and what it warns of.
import type { EndpointPerformance, OwnedCount } from '../../../contract/index.ts'
import { createAlertWatch, type AlertWatch } from './alert-watch.ts'
import type { Meter } from './meter.ts'
import { createOptimise, type Optimise } from './optimise.ts'
import { createProcessWatch, type ProcessWatch } from './process-watch.ts'
import type { RecentOutcomes } from './recent-outcomes.ts'
import type { StudioContext } from '../studio-context.ts'
import { createWatch, type Watch } from './watch.ts'

export type Watching = {
  watch: Watch
  processes: ProcessWatch
  alerts: AlertWatch
  optimise: Optimise
}

/** `endpoints`: what the schedules of the sources do now. `isBusy`: whether a job runs. */
export function createWatching(
  context: StudioContext,
  parts: {
    meter: Meter
    recent: RecentOutcomes
    endpoints: () => EndpointPerformance[]
    isBusy: () => boolean
  },
): Watching {
  const { meter, recent, endpoints, isBusy } = parts
  const processes = createProcessWatch(context, {
    owned: () => ownedOf(context),
    done: () => context.measures.done(),
  })
  const optimise = createOptimise(context)
  const alerts = createAlertWatch(context, { meter, processes, recent })
  /** Once for each rest: what was needed to start, or for the last work, is not needed now. */
  let isTidied = false
  const tidy = async () => {
    isTidied = true
    await context.memory.collect()
    await context.shrinkStores()
  }
  const watch = createWatch(context, {
    meter,
    endpoints,
    isBusy,
    optimise,
    async sampled(sample, atRest) {
      await processes.look()
      await alerts.step(sample, atRest)
      if (!atRest) isTidied = false
      else if (!isTidied) await tidy()
    },
  })
  return { watch, processes, alerts, optimise }
}

const ownedOf = ({ events, scope }: StudioContext): OwnedCount[] => {
  const { scopes, owned } = scope.count()
  return [
    { name: 'scopes', count: scopes },
    { name: 'owned by scopes', count: owned },
    { name: 'listeners', count: events.count() },
  ]
}
