// What was spent within the last minute, and when a cap lets more start.

const minuteMs = 60_000

export type MinuteWindow = {
  /** Milliseconds until `amount` may start; 0 when it may now. No cap: `limit` null. */
  waitMs(now: number, amount: number, limit: number | null): number
  spend(now: number, amount: number): void
  /** What was spent within the last minute. */
  spent(now: number): number
}

/**
 * Keeps a cap exactly over every 60 seconds, not only on average. What is larger than the whole cap
 * goes when nothing else was spent within the last minute, for it could never go otherwise.
 */
export function createMinuteWindow(): MinuteWindow {
  let spent: { at: number; amount: number }[] = []
  // Spent entries before this one are forgotten; the array is cut now and then only.
  let head = 0
  let sum = 0

  const forget = (now: number) => {
    for (let first = spent[head]; first && first.at + minuteMs <= now; first = spent[head]) {
      sum -= first.amount
      head += 1
    }
    if (head > 512 && head * 2 > spent.length) {
      spent = spent.slice(head)
      head = 0
    }
  }
  return {
    waitMs(now, amount, limit) {
      if (limit === null) return 0
      forget(now)
      let left = sum
      let index = head
      let until = now
      while (left > 0 && left + amount > limit) {
        const next = spent[index++]
        if (!next) break
        left -= next.amount
        until = next.at + minuteMs
      }
      return until - now
    },
    spend(now, amount) {
      forget(now)
      spent.push({ at: now, amount })
      sum += amount
    },
    spent(now) {
      forget(now)
      return sum
    },
  }
}
