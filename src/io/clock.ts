// The system's time behind the Clock port: the one place that sets timers.
import type { Clock } from '../core/base/scope.ts'

export const systemClock: Clock = {
  now: () => Date.now(),
  monotonic: () => performance.now(),
  after(ms, run) {
    const timer = setTimeout(run, ms)
    return () => clearTimeout(timer)
  },
}
