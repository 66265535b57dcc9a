// The only importer of p-limit: work at most N at a time, and slow down whoever brings it.
import pLimit from 'p-limit'

export type Limiter = {
  /** Never more than this many run at once. May be changed while work runs. */
  lanes: number
  readonly busy: number
  /**
   * Resolves when a lane is free. Nothing ever waits inside, so whoever brings work can decide what
   * comes next at the last moment. With several bringers use `begin` alone, which waits again.
   */
  whenFree(): Promise<void>
  /** Starts work as soon as a lane is free; resolves when it has *begun*. */
  begin(work: () => Promise<void>): Promise<void>
  /** Resolves when nothing runs. */
  idle(): Promise<void>
}

/** `work` must handle its own errors: a rejection is a bug and is given to `onBug`. */
export function createLimiter(lanes: number, onBug: (error: unknown) => void): Limiter {
  const limit = pLimit(lanes)
  let waiting: (() => void)[] = []
  let idlers: (() => void)[] = []

  // Counted here, because p-limit raises its own count only a turn later.
  let running = 0

  const wake = () => {
    const all = waiting
    waiting = []
    for (const resolve of all) resolve()
    if (running > 0) return
    const resting = idlers
    idlers = []
    for (const resolve of resting) resolve()
  }

  const whenFree = async () => {
    while (running >= limit.concurrency) await new Promise<void>((resolve) => waiting.push(resolve))
  }

  return {
    whenFree,
    get lanes() {
      return limit.concurrency
    },
    set lanes(count) {
      limit.concurrency = Math.max(1, count)
      wake()
    },
    get busy() {
      return running
    },
    async begin(work) {
      // Looked at and taken in one go: several who wait are woken by one lane that becomes free.
      while (running >= limit.concurrency) await whenFree()
      running += 1
      void limit(work)
        .catch(onBug)
        .finally(() => {
          running -= 1
          wake()
        })
    },
    async idle() {
      while (running > 0) await new Promise<void>((resolve) => idlers.push(resolve))
    },
  }
}
