// What a server's headers say may still be asked, so that nobody has to be refused to learn it.

/** What is left, of how many where that is said, and in how many milliseconds it is full again. */
export type Remaining = { remaining: number; limit?: number; resetMs: number }

export type ServerAllowance = {
  waitMs(now: number, amount: number): number
  /** Notes that `amount` starts; returns the mark to give back with the answer. */
  begin(amount: number): number
  /** What the answer said; `mark` tells which requests it cannot have counted yet. */
  learn(now: number, mark: number, told: Remaining): void
}

/** So many answers in a row must agree before a server is taken for one that refills drop by drop. */
const enoughAgreed = 4

/**
 * Waits for the reset rather than for a refusal; where the server refills drop by drop, only for the drops.
 * Without headers it allows everything.
 */
export function createServerAllowance(): ServerAllowance {
  let begun = 0
  let allowedUpTo = Infinity
  let toldAt = 0
  let resetAt = 0
  let newestMark = -1
  const refill = createRefill()
  return {
    waitMs(now, amount) {
      const missing = begun + amount - allowedUpTo
      if (missing <= 0 || now >= resetAt) return 0
      const { perMs } = refill
      const fillsAt = perMs === null ? resetAt : toldAt + missing / perMs
      return Math.max(0, Math.min(fillsAt, resetAt) - now)
    },
    begin: (amount) => (begun += amount),
    learn(now, mark, told) {
      const { remaining, resetMs } = told
      // Some gateways send -1 for "no limit"; answers that were overtaken are old news.
      const isNews = mark >= newestMark || now >= resetAt
      if (remaining < 0 || !(resetMs > 0) || !isNews) return
      newestMark = mark
      allowedUpTo = mark + remaining
      toldAt = now
      resetAt = now + resetMs
      refill.learn(told)
    },
  }
}

/**
 * Whether a server refills evenly, and how fast. Of one that does, what is missing is in proportion to
 * the time until it is full; of one that counts by windows the time runs out whatever is missing. Servers
 * tell whole numbers, rounded down: each answer gives bounds, and those of several must overlap.
 */
function createRefill(): { readonly perMs: number | null; learn(told: Remaining): void } {
  let slowest = 0
  let fastest = Infinity
  let agreed = 0
  return {
    get perMs() {
      return agreed >= enoughAgreed && slowest > 0 ? slowest : null
    },
    learn({ limit, remaining, resetMs }) {
      if (limit === undefined || limit <= remaining) return
      const missing = limit - remaining
      const lower = (missing - 1) / resetMs
      const upper = missing / resetMs
      const isAlike = lower < fastest && upper > slowest
      slowest = isAlike ? Math.max(slowest, lower) : lower
      fastest = isAlike ? Math.min(fastest, upper) : upper
      agreed = isAlike ? agreed + 1 : 1
    },
  }
}
