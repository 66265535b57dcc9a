// The width of places that come and go: somebody else says how many there are.
import { createAdaptiveLimit, type AdaptiveLimit } from './adaptive-limit.ts'

/** What is told is taken as it is; only how long requests take is learned, to choose among endpoints. */
export function createToldLimit(lanes: () => number): AdaptiveLimit {
  const learned = createAdaptiveLimit({ mode: 'fixed', lanes: 1 })
  return {
    get width() {
      return lanes()
    },
    get busy() {
      return learned.busy
    },
    settled: null,
    begin: learned.begin,
    // More than is told is never asked for, so that no overload tells anything.
    end: (flight, now, outcome) =>
      learned.end(flight, now, outcome === 'overload' ? 'other' : outcome),
    expectedMs: learned.expectedMs,
  }
}
