// One server of a voice: when it may be asked, and what its answers and failures teach.
import type { Failure, FailureCode } from '../../contract/index.ts'
import { createAdaptiveLimit, type Flight, type LimitMode } from './adaptive-limit.ts'
import { createToldLimit } from './told-limit.ts'
import { pauseAskedMs } from './backoff.ts'
import { createBreaker, type BreakerState } from './breaker.ts'
import { createLearnedPace } from './learned-pace.ts'
import { createServerAllowance, type Remaining } from './server-allowance.ts'

/** What an answer's headers said is left. */
export type ToldLimits = { requests?: Remaining; characters?: Remaining }

/** A request on its way, from `begin` to one of `answered`, `failed` and `dropped`. */
export type Departure = {
  readonly flight: Flight
  readonly probe: boolean
  readonly marks: { requests: number; characters: number }
}

/** Times are monotonic milliseconds. */
export type Endpoint = {
  readonly id: string
  readonly busy: number
  readonly width: number
  readonly settled: number | null
  readonly breaker: BreakerState
  readonly nextTryAt: number | null
  readonly lastFailure: { readonly at: number; readonly failure: Failure } | null
  pausedUntil(now: number): number | null
  /** Requests it would run now: none while it is paused or open, one as a probe. */
  lanes(now: number): number
  /** When it will have had its pause and its breaker allows; `now` or earlier when it does already. */
  wakesAt(now: number): number
  /** When a request may start by the clock alone; Infinity when only an answer can make room. */
  opensAt(now: number, characters: number): number
  /** Expected time of one more request; 0 for a server that nothing is known of. */
  expectedMs(characters: number): number
  begin(now: number, characters: number): Departure
  answered(departure: Departure, now: number, told: ToldLimits | undefined): void
  failed(departure: Departure, now: number, failure: Failure): void
  dropped(departure: Departure, now: number): void
  /** Somebody was served by it beside us: it is asked as usual, though never before a pause it asked for. */
  vouch(): void
  /** Somebody knows that it is back: it is probed at once, though never before a pause it asked for. */
  tryNow(now: number): void
}

/** What a server does that was asked too much; the width is halved. */
const overloads: readonly FailureCode[] = [
  'server-busy',
  'server-failed',
  'voice-timeout',
  'model-timeout',
]
/** What counts against a server's health, and how much. */
const unhealthy: Partial<Record<FailureCode, number>> = {
  'server-unreachable': 1,
  'server-failed': 1,
  'voice-timeout': 1,
  'model-timeout': 1,
  'voice-crashed': 3,
  'farm-full': 1,
}
/** What tells nothing about the server; a farm without workers, or out of reach, has no lanes. */
const silent: readonly FailureCode[] = ['cancelled', 'unexpected', 'farm-away', 'farm-empty']

/** Its width, health, pace and what its headers allow; each is learned from every answer and failure. */
export function createEndpoint(id: string, mode: LimitMode): Endpoint {
  const limit = mode.mode === 'told' ? createToldLimit(mode.lanes) : createAdaptiveLimit(mode)
  const breaker = createBreaker()
  const pace = createLearnedPace()
  const requests = createServerAllowance()
  const characters = createServerAllowance()
  let pausedUntil = -Infinity
  let lastFailure: Endpoint['lastFailure'] = null
  let busyToldAt = -Infinity
  let crashToldAt = -Infinity
  // After a pause whose reason is not understood yet the server is approached from one request on.
  let ramp = Infinity

  const width = () => Math.min(limit.width, ramp)
  const wakesAt = (now: number) => Math.max(pausedUntil, breaker.nextTryAt ?? now)

  return {
    id,
    wakesAt,
    get busy() {
      return limit.busy
    },
    get width() {
      return limit.width
    },
    get settled() {
      return limit.settled
    },
    get breaker() {
      return breaker.state
    },
    get nextTryAt() {
      return breaker.nextTryAt
    },
    get lastFailure() {
      return lastFailure
    },
    pausedUntil: (now) => (pausedUntil > now ? pausedUntil : null),
    lanes(now) {
      if (wakesAt(now) > now) return 0
      return breaker.state === 'closed' ? width() : Math.min(1, width())
    },
    opensAt(now, size) {
      if (breaker.state === 'half-open' || width() === 0) return Infinity
      if (breaker.state === 'closed' && limit.busy >= width()) return Infinity
      return Math.max(
        wakesAt(now),
        now + pace.waitMs(now),
        now + requests.waitMs(now, 1),
        now + characters.waitMs(now, size),
      )
    },
    expectedMs: (size) => limit.expectedMs(size) ?? 0,
    begin(now, size) {
      pace.begin(now)
      return {
        flight: limit.begin(now, size),
        probe: breaker.begin(now),
        marks: { requests: requests.begin(1), characters: characters.begin(size) },
      }
    },
    answered({ flight, probe, marks }, now, told) {
      limit.end(flight, now, 'answered')
      breaker.succeeded(probe)
      pace.accepted(now)
      ramp = ramp + 1 >= limit.width ? Infinity : ramp + 1
      if (told?.requests) requests.learn(now, marks.requests, told.requests)
      if (told?.characters) characters.learn(now, marks.characters, told.characters)
    },
    failed({ flight, probe }, now, failure) {
      if (failure.code !== 'cancelled') lastFailure = { at: now, failure }
      limit.end(flight, now, overloads.includes(failure.code) ? 'overload' : 'other')
      const pauseMs = pauseAskedMs(failure)
      if (pauseMs !== null) {
        pausedUntil = Math.max(pausedUntil, now + pauseMs)
        pace.refused(now, flight.begunAt)
        if (pace.perSecond === null) ramp = 1
      }
      const weight = unhealthy[failure.code]
      const isCrash = failure.code === 'voice-crashed'
      // A process that ends takes all that it was speaking with it: that is one crash, not many.
      const isKnown = isCrash && !probe && flight.begunAt < crashToldAt
      if (isCrash && !isKnown) crashToldAt = now
      if (silent.includes(failure.code) || isKnown) breaker.undecided(now, probe)
      else if (weight !== undefined) breaker.failed(now, probe, weight)
      else if (failure.code !== 'server-busy' || pauseMs !== null) breaker.succeeded(probe)
      // Many refused at once are one piece of news: the width went too far.
      else if (probe || flight.begunAt >= busyToldAt) {
        busyToldAt = now
        breaker.failed(now, probe)
      }
    },
    dropped({ flight, probe }, now) {
      limit.end(flight, now, 'other')
      breaker.undecided(now, probe)
    },
    vouch: breaker.close,
    tryNow: breaker.tryNow,
  }
}
