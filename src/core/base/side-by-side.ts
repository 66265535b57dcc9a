// Work side by side, until one piece of it fails.
import { createLimiter } from './limiter.ts'

export type SideBySide = {
  readonly hasFailed: boolean
  /**
   * Begins work as soon as a lane is free, and resolves when it has begun; nothing is begun once something
   * has failed. Rejects when the signal is aborted.
   */
  begin(work: () => Promise<void>): Promise<void>
  /** Waits until nothing runs. Rejects as the first work that failed. */
  end(): Promise<void>
}

export function createSideBySide(lanes: number, signal: AbortSignal): SideBySide {
  const failed: unknown[] = []
  const limiter = createLimiter(lanes, (error) => failed.push(error))
  return {
    get hasFailed() {
      return failed.length > 0
    },
    async begin(work) {
      await limiter.whenFree()
      if (failed.length > 0) return
      signal.throwIfAborted()
      await limiter.begin(work)
    },
    async end() {
      await limiter.idle()
      if (failed.length > 0) throw failed[0]
    },
  }
}
