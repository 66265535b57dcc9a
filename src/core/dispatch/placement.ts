// Where the next request goes: to the server that answers soonest of those with room, within the caps of all.
import type { Endpoint } from './endpoint.ts'
import { createMinuteWindow } from './minute-window.ts'

/** What a person or the governor allows all endpoints together; null is no cap. */
export type DispatcherCaps = {
  lanes: number | null
  requestsPerMinute: number | null
  charactersPerMinute: number | null
}

/** Times are monotonic milliseconds. */
export type Placement = {
  /**
   * The endpoint for a request now, or null and when there may be one (Infinity: only an answer can make room).
   * `notBefore`: per endpoint, when this request may go there again.
   */
  choose(
    now: number,
    characters: number,
    notBefore?: ReadonlyMap<string, number>,
  ): { best: Endpoint | null; at: number }
  begin(now: number, characters: number): void
  end(): void
  /** Requests that would run at once now. */
  lanes(now: number): number
  /** When the first endpoint has had its pause, its backoff and its breaker's time. */
  soonest(now: number, notBefore: ReadonlyMap<string, number>): number
}

/** `caps` are read for every request. A server of which nothing is known counts as the quickest. */
export function createPlacement(
  endpoints: readonly Endpoint[],
  caps: () => DispatcherCaps,
): Placement {
  const requests = createMinuteWindow()
  const characters = createMinuteWindow()
  let busy = 0

  /** When the caps of all endpoints together let it start; Infinity when only an answer can. */
  const capsOpenAt = (now: number, size: number): number => {
    const cap = caps()
    if (cap.lanes !== null && busy >= cap.lanes) return Infinity
    return (
      now +
      Math.max(
        requests.waitMs(now, 1, cap.requestsPerMinute),
        characters.waitMs(now, size, cap.charactersPerMinute),
      )
    )
  }
  const choose = (now: number, size: number, notBefore?: ReadonlyMap<string, number>) => {
    let best: Endpoint | null = null
    let bestMs = Infinity
    const capsAt = capsOpenAt(now, size)
    if (capsAt > now) return { best, at: capsAt }
    let at = Infinity
    for (const endpoint of endpoints) {
      const opens = Math.max(endpoint.opensAt(now, size), notBefore?.get(endpoint.id) ?? 0)
      if (opens > now) {
        at = Math.min(at, opens)
        continue
      }
      const ms = endpoint.expectedMs(size)
      const isEmptier = best && endpoint.busy * best.width < best.busy * endpoint.width
      if (!best || ms < bestMs || (ms === bestMs && isEmptier)) {
        best = endpoint
        bestMs = ms
      }
    }
    return { best, at }
  }
  return {
    choose,
    begin(now, size) {
      requests.spend(now, 1)
      characters.spend(now, size)
      busy += 1
    },
    end: () => void (busy -= 1),
    lanes(now) {
      const sum = endpoints.reduce((lanes, endpoint) => lanes + endpoint.lanes(now), 0)
      return Math.min(sum, caps().lanes ?? Infinity)
    },
    soonest: (now, notBefore) =>
      Math.min(
        ...endpoints.map((endpoint) =>
          Math.max(endpoint.wakesAt(now), notBefore.get(endpoint.id) ?? -Infinity),
        ),
      ),
  }
}
