// How long is waited for the reader: so long for each answer, or as long as it has promised itself.
import type { FailureError } from '../../core/base/failure-error.ts'
import type { Clock, Scope } from '../../core/base/scope.ts'

export type Patience = {
  /** The work's value, or the failure of `late` when the time is over. One at a time. */
  wait<T>(work: Promise<T>, late: () => FailureError): Promise<T>
  /** From now on so long, also for what is waited for already. */
  expect(withinMs: number): void
}

export function createPatience(scope: Scope, clock: Clock, usualMs: number): Patience {
  let withinMs = usualMs
  /** Starts the time of the wait under way again; nothing when there is none. */
  let restart = () => {}

  return {
    async wait(work, late) {
      let cancel = () => {}
      const over = new Promise<never>((_resolve, reject) => {
        restart = () => {
          cancel()
          cancel = scope.after(clock, withinMs, () => reject(late()))
        }
        restart()
      })
      try {
        return await Promise.race([work, over])
      } finally {
        restart = () => {}
        cancel()
      }
    },
    expect(ms) {
      withinMs = Math.min(ms, usualMs)
      restart()
    },
  }
}
