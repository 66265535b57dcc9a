// The time by which things that are kept grow old: no jump of the system's clock makes them older.
import type { Clock } from './scope.ts'

/**
 * Milliseconds since the epoch that go on no faster than time does from here on, whatever is set at the
 * clock: put forward, it goes on from where it was; put back, it follows, and what was used "later" stays.
 */
export function createAgeClock(clock: Pick<Clock, 'now' | 'monotonic'>): () => number {
  const offset = clock.now() - clock.monotonic()
  return () => Math.min(clock.now(), offset + clock.monotonic())
}
