// One request at a server, as its caller does it; ends when aborted even if the work hangs.
import { abortError } from '../base/scope.ts'
import type { ToldLimits } from './endpoint.ts'

export type Work<T> = (
  endpointId: string,
  signal: AbortSignal,
) => Promise<{ value: T; limits?: ToldLimits }>

export type WorkOutcome<T> =
  | { ok: true; value: T; limits?: ToldLimits }
  | { ok: false; error: unknown }

/** Ends with the work or with the abort, whichever comes first: a permit is never held by what hangs. */
export function outcomeOf<T>(
  work: Work<T>,
  endpointId: string,
  signal: AbortSignal,
): Promise<WorkOutcome<T>> {
  return new Promise((resolve) => {
    // Aborted between the permit and here: no event will tell of it any more.
    if (signal.aborted) return resolve({ ok: false, error: abortError() })
    const end = (outcome: WorkOutcome<T>) => {
      signal.removeEventListener('abort', stop)
      resolve(outcome)
    }
    const stop = () => end({ ok: false, error: abortError() })
    signal.addEventListener('abort', stop, { once: true })
    work(endpointId, signal).then(
      (made) => end({ ok: true, ...made }),
      (error: unknown) => end({ ok: false, error }),
    )
  })
}
