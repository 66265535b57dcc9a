// Holds up work, such as that of a paused job, until it may go on.
import { untilAborted } from './until-aborted.ts'

export type Gate = {
  open(): void
  close(): void
  /** Resolves at once while it is open, else when it opens. Rejects when aborted, and leaves nothing at the signal. */
  passed(signal: AbortSignal): Promise<void>
}

/** Lets work through while it is open, as it is at first. */
export function createGate(): Gate {
  let opening: PromiseWithResolvers<void> | null = null
  return {
    open() {
      opening?.resolve()
      opening = null
    },
    close() {
      opening ??= Promise.withResolvers<void>()
    },
    async passed(signal) {
      signal.throwIfAborted()
      if (opening === null) return
      await untilAborted(opening.promise, signal)
      signal.throwIfAborted()
    },
  }
}
