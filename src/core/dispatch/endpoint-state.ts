// What is told of a server to people: the performance panel, and what a job waits for.
import type { Failure } from '../../contract/index.ts'
import type { BreakerState } from './breaker.ts'
import type { Endpoint } from './endpoint.ts'

/** Times are milliseconds since the epoch. */
export type EndpointState = {
  id: string
  width: number
  busy: number
  /** Worth remembering as the next `start`; null until it is known. */
  settled: number | null
  breaker: BreakerState
  nextTryAt: number | null
  pausedUntil: number | null
  lastFailure: { at: number; failure: Failure } | null
}

/** `now` is monotonic; `epoch` turns such times into those that people know. */
export function stateOf(
  endpoint: Endpoint,
  now: number,
  epoch: (at: number) => number,
): EndpointState {
  const { id, width, busy, settled, breaker, nextTryAt, lastFailure } = endpoint
  const pausedUntil = endpoint.pausedUntil(now)
  return {
    ...{ id, width, busy, settled, breaker },
    nextTryAt: nextTryAt === null ? null : epoch(nextTryAt),
    pausedUntil: pausedUntil === null ? null : epoch(pausedUntil),
    lastFailure: lastFailure && { ...lastFailure, at: epoch(lastFailure.at) },
  }
}
