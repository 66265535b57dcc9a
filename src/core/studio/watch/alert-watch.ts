// Tells of what is wrong with the studio itself: to whoever listens, and to the log.
import type { Alert, PerformanceSample } from '../../../contract/index.ts'
import { createAlerts } from './alerts.ts'
import type { Meter } from './meter.ts'
import type { ProcessWatch } from './process-watch.ts'
import type { RecentOutcomes } from './recent-outcomes.ts'
import type { StudioContext } from '../studio-context.ts'

/** Free space changes slowly, and asking for it costs a call to the system. */
const diskEveryMs = 30_000

export type AlertWatch = {
  raised(): readonly Alert[]
  /** What is known at this sample, and from it what is to be told. */
  step(sample: PerformanceSample, atRest: boolean): Promise<void>
}

export function createAlertWatch(
  context: StudioContext,
  { meter, processes, recent }: { meter: Meter; processes: ProcessWatch; recent: RecentOutcomes },
): AlertWatch {
  const { clock, events, log } = context
  const alerts = createAlerts()
  let raised: readonly Alert[] = []
  let disk: { at: number; free: number | null } | null = null

  const freeDisk = async () => {
    if (disk === null || clock.monotonic() - disk.at >= diskEveryMs)
      disk = { at: clock.monotonic(), free: await context.freeDisk() }
    return disk.free
  }
  const tell = (now: readonly Alert[]) => {
    const has = (list: readonly Alert[], { name, of }: Alert) =>
      list.some((other) => other.name === name && other.of === of)
    for (const alert of now)
      if (!has(raised, alert))
        log[alert.level === 'critical' ? 'error' : 'warn']('an alert was raised', { alert })
    for (const alert of raised) if (!has(now, alert)) log.info('an alert was cleared', { alert })
    const differs = JSON.stringify(now) !== JSON.stringify(raised)
    raised = now
    if (differs) events.emit('alerts.changed', { alerts: [...now] })
  }
  return {
    raised: () => raised,
    async step(sample, atRest) {
      const facts = {
        sample,
        recent,
        segments: meter.recentSegments(),
        leaks: (await processes.read()).leaks,
        freeDiskBytes: await freeDisk(),
        rerun: meter.rerun(),
        atRest,
      }
      tell(alerts.step(facts, context.settingsInForce(), clock.monotonic(), clock.now()))
    },
  }
}
