// A limit of time that a sleep of the machine does not use up: laptops are closed amid a narration.
import type { Clock } from './scope.ts'

/** In so many parts, of which a sleep can use up one. */
const parts = 10

/**
 * Runs once after `ms` in which the machine was awake and the process ran; answers with what prevents it.
 * Timers may count the sleep: a long one costs a tenth at the most. `after` is a clock's or a scope's.
 */
export function afterAwake(after: Clock['after'], ms: number, run: () => void): () => void {
  let left = parts
  let stop = () => {}
  const wait = () => {
    stop = after(ms / parts, () => (--left > 0 ? wait() : run()))
  }
  wait()
  return () => stop()
}
