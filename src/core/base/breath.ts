// Long work in a process that must stay quick: it stops for breath, so that others have their turn.
import type { Clock } from './scope.ts'

/** A frame at 60 Hz lasts 16.7 ms; half of it is left to everybody else. */
const workMs = 8

/**
 * Answers a function to call between two pieces of work: null while there is breath, else what to await.
 * What happened between two breaths counts as work, so it is made anew for each stretch.
 */
export function createBreath(clock: Clock): () => Promise<void> | null {
  let since = clock.monotonic()
  return () => {
    if (clock.monotonic() - since < workMs) return null
    return new Promise((resolve) => {
      clock.after(0, () => {
        since = clock.monotonic()
        resolve()
      })
    })
  }
}
