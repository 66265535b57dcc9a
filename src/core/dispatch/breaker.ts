// Leaves a server in peace that keeps failing, and asks it again with a single request.

export type BreakerState = 'closed' | 'open' | 'half-open'

export type Breaker = {
  readonly state: BreakerState
  /** Monotonic milliseconds of the next probe while open; null otherwise. */
  readonly nextTryAt: number | null
  /** Notes that a request starts; true when it is the probe that decides. */
  begin(now: number): boolean
  succeeded(probe: boolean): void
  /** `weight`: how many failures this one is worth. */
  failed(now: number, probe: boolean, weight?: number): void
  /** The request ended without saying anything about the server, such as by an abort. */
  undecided(now: number, probe: boolean): void
  /** It is known to be well by other means: closes, and begins to count anew. */
  close(): void
  /** The next probe may go now. */
  tryNow(now: number): void
}

const failuresInARow = 5
const outcomesKept = 20
const firstPauseMs = 15_000
const longestPauseMs = 300_000

/** Opens after 5 failures in a row or when more than half of the last 20 failed. */
export function createBreaker(): Breaker {
  let state: BreakerState = 'closed'
  let nextTryAt: number | null = null
  let pauseMs = firstPauseMs
  let inARow = 0
  let outcomes: boolean[] = []

  const note = (good: boolean) => {
    outcomes.push(good)
    if (outcomes.length > outcomesKept) outcomes.shift()
  }
  const open = (now: number) => {
    state = 'open'
    nextTryAt = now + pauseMs
    pauseMs = Math.min(longestPauseMs, pauseMs * 2)
  }

  const close = () => {
    state = 'closed'
    nextTryAt = null
    pauseMs = firstPauseMs
    inARow = 0
    outcomes = []
  }

  return {
    get state() {
      return state
    },
    get nextTryAt() {
      return nextTryAt
    },
    begin(now) {
      if (state !== 'open' || now < (nextTryAt ?? now)) return false
      state = 'half-open'
      nextTryAt = null
      return true
    },
    succeeded(probe) {
      // What began before the breaker opened says nothing about now.
      if (state !== 'closed' && !probe) return
      if (probe) close()
      inARow = 0
      note(true)
    },
    failed(now, probe, weight = 1) {
      if (probe && state === 'half-open') return open(now)
      if (state !== 'closed') return
      inARow += weight
      for (let count = 0; count < weight; count++) note(false)
      const bad = outcomes.filter((good) => !good).length
      const mostlyBad = outcomes.length === outcomesKept && bad > outcomesKept / 2
      if (inARow >= failuresInARow || mostlyBad) open(now)
    },
    undecided(now, probe) {
      if (!probe || state !== 'half-open') return
      state = 'open'
      nextTryAt = now
    },
    close,
    tryNow(now) {
      if (nextTryAt !== null) nextTryAt = Math.min(nextTryAt, now)
    },
  }
}
