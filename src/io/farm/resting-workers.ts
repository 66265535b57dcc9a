// Workers with a trouble of their own, such as a key that is refused there: others are asked for a while.
import type { FailureCode } from '../../contract/index.ts'
import type { Clock } from '../../core/base/scope.ts'

/** What one machine fails with and another may not. */
const ownTroubles: readonly FailureCode[] = ['key-refused', 'quota-spent', 'farm-worker-full']
const restMs = 60_000

export const isOwnTrouble = (code: FailureCode): boolean => ownTroubles.includes(code)

export function createRestingWorkers(clock: Clock) {
  const until = new Map<string, number>()
  return {
    rest: (workerId: string) => void until.set(workerId, clock.monotonic() + restMs),
    now(): string[] {
      const now = clock.monotonic()
      for (const [id, end] of until) if (end <= now) until.delete(id)
      return [...until.keys()]
    },
  }
}
