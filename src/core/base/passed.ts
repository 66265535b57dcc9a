// Waits for a while, and no longer than a scope lives.
import type { Clock, Scope } from './scope.ts'

/** Resolves after `ms`, or at once when the scope ends. */
export function passed(scope: Pick<Scope, 'own'>, clock: Clock, ms: number): Promise<void> {
  return new Promise((resolve) => {
    const cancel = clock.after(ms, () => {
      forget()
      resolve()
    })
    const forget = scope.own(() => {
      cancel()
      resolve()
    })
  })
}
