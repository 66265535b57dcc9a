// What becomes of one request that fails: tried again, where and when, or given up.
import type { Failure } from '../../contract/index.ts'
import { backoffMs, pauseAskedMs } from './backoff.ts'

/** What a request's failures say of its next try. */
export type Past = {
  /** Per endpoint, when it may be asked again (monotonic milliseconds). */
  readonly notBefore: Map<string, number>
  /** The last one. */
  readonly failure: Failure | null
  /** When it gives up waiting (monotonic milliseconds). */
  readonly deadline: number
}

export type Tries = {
  readonly past: Past
  /**
   * Counts a failure; false when there is no next try. One that is not the request's fault, because the
   * server has served others meanwhile, uses up none.
   */
  failed(failure: Failure, at: { endpointId: string; now: number; othersServed: boolean }): boolean
}

export type TriesOptions = {
  /** How often in all. */
  tries: number
  /** Longest wait after the first failure, in milliseconds. */
  budgetMs: number
  /** 0 ≤ x < 1, for the jitter of backoff. */
  random: () => number
}

export function createTries({ tries, budgetMs, random }: TriesOptions): Tries {
  const notBefore = new Map<string, number>()
  let past: Past = { notBefore, failure: null, deadline: Infinity }
  let failures = 0
  let used = 0
  return {
    get past() {
      return past
    },
    failed(failure, { endpointId, now, othersServed }) {
      failures += 1
      if (!othersServed) used += 1
      if (failure.retry === 'later')
        notBefore.set(endpointId, now + (pauseAskedMs(failure) ?? backoffMs(failures, random)))
      past = { notBefore, failure, deadline: Math.min(past.deadline, now + budgetMs) }
      return failure.retry !== 'never' && failure.code !== 'cancelled' && used < tries
    },
  }
}
