// What serves one after the other, such as Redis' thread or a network card: whoever comes later waits.
import type { Clock } from '../../src/core/base/scope.ts'

export type Station = {
  /** Resolves when this work, and all that came before, is done. */
  serve(ms: number): Promise<void>
  /** Milliseconds of work it was brought, over all its servers. */
  readonly workMs: number
}

/** `servers`: how many work side by side, such as cores. */
export function createStation(clock: Clock, servers = 1): Station {
  const freeAt = Array.from({ length: servers }, () => 0)
  let workMs = 0
  return {
    get workMs() {
      return workMs
    },
    serve(ms) {
      workMs += ms
      const now = clock.monotonic()
      const at = freeAt.indexOf(Math.min(...freeAt))
      const end = Math.max(now, freeAt[at] ?? 0) + ms
      freeAt[at] = end
      return new Promise((resolve) => void clock.after(end - now, resolve))
    },
  }
}
