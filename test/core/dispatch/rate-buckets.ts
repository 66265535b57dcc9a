// How servers count requests: by windows, by the last minute, or drop by drop. Each says when to come back.

/** Milliseconds to wait when refused, null when accepted. */
export type RateBucket = (now: number) => number | null

/** `limit` requests in every minute of the clock. */
export function fixedWindow(limit: number): RateBucket {
  let window = -1
  let used = 0
  return (now) => {
    const current = Math.floor(now / 60_000)
    if (current !== window) used = 0
    window = current
    if (used >= limit) return (current + 1) * 60_000 - now
    used += 1
    return null
  }
}

/** `limit` requests in any 60 seconds. */
export function slidingWindow(limit: number): RateBucket {
  let taken: number[] = []
  return (now) => {
    taken = taken.filter((at) => at + 60_000 > now)
    if (taken.length >= limit) return taken[0]! + 60_000 - now
    taken.push(now)
    return null
  }
}

/** Refills at `perMinute`, holds `burst`, and names whole seconds as servers do. */
export function dripping(perMinute: number, burst: number): RateBucket {
  let tokens = burst
  let at = 0
  return (now) => {
    tokens = Math.min(burst, tokens + ((now - at) * perMinute) / 60_000)
    at = now
    if (tokens < 1) return Math.max(1, Math.ceil(((1 - tokens) * 60) / perMinute)) * 1000
    tokens -= 1
    return null
  }
}
