// Those who wait until a request could start: all are woken, and look for themselves.
import { abortError } from '../base/scope.ts'

export type RoomWaiters = {
  readonly length: number
  /** Resolves with the next `wake`; rejects when aborted, at once when it is so already. */
  wait(signal: AbortSignal): Promise<void>
  wake(): void
}

export function createRoomWaiters(): RoomWaiters {
  let waiting: (() => void)[] = []
  return {
    get length() {
      return waiting.length
    },
    wait: (signal) =>
      new Promise<void>((resolve, reject) => {
        if (signal.aborted) return reject(abortError())
        const stop = () => {
          waiting = waiting.filter((waiter) => waiter !== wake)
          reject(abortError())
        }
        const wake = () => {
          signal.removeEventListener('abort', stop)
          resolve()
        }
        signal.addEventListener('abort', stop, { once: true })
        waiting.push(wake)
      }),
    wake() {
      const woken = waiting
      waiting = []
      for (const wake of woken) wake()
    },
  }
}
