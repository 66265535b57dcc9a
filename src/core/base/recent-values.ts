// What happened in the last minutes, in memory that is bounded however fast it happens.
import type { Clock } from './scope.ts'

export type RecentValues<T> = {
  add(value: T): void
  /** The oldest first. */
  read(): T[]
}

/** Of more than `most` the newest count. */
export function createRecentValues<T>(
  clock: Pick<Clock, 'monotonic'>,
  { spanMs, most }: { spanMs: number; most: number },
): RecentValues<T> {
  const kept: { at: number; value: T }[] = []
  return {
    add(value) {
      kept.push({ at: clock.monotonic(), value })
      if (kept.length > most) kept.shift()
    },
    read() {
      const since = clock.monotonic() - spanMs
      return kept.filter(({ at }) => at >= since).map(({ value }) => value)
    },
  }
}
