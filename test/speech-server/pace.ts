// When a request may be answered: latency, a model that loads, a bucket of requests, a cap.
import { setTimeout as sleep } from 'node:timers/promises'
import { createLimiter } from '../../src/core/base/limiter.ts'
import type { ControlOptions } from './options.ts'
import { overloaded, tooManyRequests, type Refusal } from './refusals.ts'

export type Admission = {
  /** Nobody is spoken for now. */
  refusal?: Refusal
  headers?: Readonly<Record<string, string>>
  /** Makes room for the next; called once, when the answer has ended. */
  leave(): void
}

/** Rejects with AbortError when whoever asked has gone. */
export type Pace = (signal: AbortSignal) => Promise<Admission>

export type PaceOptions = ControlOptions & { timeScale: number }

const usualWidth = 4
const goesOn: Admission = { leave: () => {} }

const wait = async (ms: number, signal: AbortSignal): Promise<void> => {
  if (ms > 0) await sleep(ms, undefined, { signal })
}

export const fixedLatency =
  (usualMs: number) =>
  ({ latencyMs = usualMs, timeScale }: PaceOptions): Pace =>
  async (signal) => {
    await wait(latencyMs * timeScale, signal)
    return goesOn
  }

/** From a half to three times the latency, the same row of them in every run. */
export function jitter({ latencyMs = 300, timeScale }: PaceOptions): Pace {
  let state = 1
  return async (signal) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    await wait(latencyMs * timeScale * (0.5 + (2.5 * state) / 2 ** 32), signal)
    return goesOn
  }
}

/** Whoever comes while the model loads waits until it is there. */
export function coldStart({ latencyMs = 0, timeScale }: PaceOptions): Pace {
  const loadingMs = 3000 * timeScale
  let readyAt: number | null = null
  return async (signal) => {
    readyAt ??= performance.now() + loadingMs
    await wait(readyAt - performance.now(), signal)
    await wait(latencyMs * timeScale, signal)
    return goesOn
  }
}

/** Go's way to write a duration, as OpenAI's headers have it. */
const goDuration = (ms: number) => (ms < 1000 ? `${Math.ceil(ms)}ms` : `${ms / 1000}s`)

/** A bucket that fills evenly; every answer says what is left in it. */
export function bucket(options: PaceOptions): Pace {
  const { requestsPerMinute = 60, burst = 5, latencyMs = 0, timeScale } = options
  const msPerToken = (60_000 * timeScale) / requestsPerMinute
  let tokens = burst
  let filledAt = performance.now()
  return async (signal) => {
    const now = performance.now()
    tokens = Math.min(burst, tokens + (now - filledAt) / msPerToken)
    filledAt = now
    const isEmpty = tokens < 1
    if (!isEmpty) tokens -= 1
    const limits = {
      'x-ratelimit-limit-requests': String(burst),
      'x-ratelimit-remaining-requests': String(Math.floor(tokens)),
      'x-ratelimit-reset-requests': goDuration((burst - tokens) * msPerToken),
    }
    if (isEmpty) {
      const ms = Math.ceil((1 - tokens) * msPerToken)
      return {
        ...goesOn,
        refusal: tooManyRequests({
          ...limits,
          'retry-after-ms': String(ms),
          'retry-after': String(Math.ceil(ms / 1000)),
        }),
      }
    }
    await wait(latencyMs * timeScale, signal)
    return { ...goesOn, headers: limits }
  }
}

export function refusingCap(options: PaceOptions): Pace {
  const { width = usualWidth, latencyMs = 100, retryAfterSeconds, timeScale } = options
  let inside = 0
  return async (signal) => {
    if (inside >= width) return { ...goesOn, refusal: overloaded(retryAfterSeconds) }
    inside += 1
    const leave = () => void (inside -= 1)
    try {
      await wait(latencyMs * timeScale, signal)
    } catch (error) {
      leave()
      throw error
    }
    return { leave }
  }
}

export function queueingCap(options: PaceOptions): Pace {
  const { width = usualWidth, latencyMs = 100, timeScale } = options
  const limiter = createLimiter(width, () => {})
  return async (signal) => {
    const left = Promise.withResolvers<void>()
    await new Promise<void>((begun) => {
      const serve = async () => {
        begun()
        await left.promise
      }
      void limiter.begin(serve)
    })
    try {
      await wait(latencyMs * timeScale, signal)
      // With no latency nothing above has looked at it.
      signal.throwIfAborted()
    } catch (error) {
      left.resolve()
      throw error
    }
    return { leave: left.resolve }
  }
}
