// Requests to one source of voices: which server gets them, when, and what becomes of those that fail.
import { FailureError } from '../base/failure-error.ts'
import { invariant } from '../base/invariant.ts'
import { abortError, createScope, type Clock } from '../base/scope.ts'
import type { LimitMode } from './adaptive-limit.ts'
import { createEndpoint, type Departure, type Endpoint } from './endpoint.ts'
import { stateOf, type EndpointState } from './endpoint-state.ts'
import { createPlacement, type DispatcherCaps } from './placement.ts'
import { createRoomWaiters } from './room-waiters.ts'
import { createTries, type Past } from './tries.ts'
import { createWaitingLine, type Asking } from './waiting-line.ts'
import { outcomeOf, type Work } from './work.ts'

export type DispatcherOptions = {
  clock: Clock
  /** 0 ≤ x < 1, for the jitter of backoff. */
  random: () => number
  endpoints: readonly { id: string; limit: LimitMode }[]
  /** Read whenever a request could start; call `refresh` when it has changed. */
  caps: () => DispatcherCaps
  /** How often a request is tried in all. */
  tries: number
  /** Longest that a request may wait after its first failure; without it, as long as it takes. */
  budgetMs?: number
}

export type RunOptions = {
  signal: AbortSignal
  /** For the play-head: goes before all others that wait. */
  urgent: boolean
  /** Until when (milliseconds since the epoch) it waits for a server; null when it goes on. */
  onWaiting?: (untilMs: number | null) => void
}

export type Dispatcher = {
  /** How many requests it would run at once now; 0 while every server is paused or failing. */
  readonly lanes: number
  /** Every server of it has failed so often that it is only tried now and then, or has no place at all. */
  readonly isDown: boolean
  /** Requests that were brought and hold no permit: in line, in backoff, behind a pause. */
  readonly waiting: number
  onLanes(listener: (lanes: number) => void): () => void
  /** Resolves when a request could start at once; rejects when aborted. All who wait are woken. */
  whenRoom(signal: AbortSignal): Promise<void>
  /** Speaks once, wherever and whenever it can. Rejects with the last failure, or when aborted. */
  run<T>(size: { characters: number }, work: Work<T>, options: RunOptions): Promise<T>
  /** The caps have changed. */
  refresh(): void
  /** Asks at once instead of waiting, except for a pause that a server itself has asked for. */
  tryNow(): void
  /** The source is known to be well, whatever failed lately: it is asked as usual. */
  vouch(): void
  state(): EndpointState[]
  /** Aborts everything. */
  dispose(): Promise<void>
}

/**
 * A permit is held only while a request is at a server. A refusal by a server that has served others since
 * uses up no try, for it is not the request's fault; neither does waiting for a breaker.
 */
export function createDispatcher(options: DispatcherOptions): Dispatcher {
  const { clock, random, caps, tries, budgetMs = Infinity } = options
  invariant(options.endpoints.length > 0, 'a source has at least one endpoint')
  const scope = createScope()
  const endpoints = options.endpoints.map(({ id, limit }) => createEndpoint(id, limit))
  const line = createWaitingLine()
  const placement = createPlacement(endpoints, caps)
  const listeners = new Set<(lanes: number) => void>()
  const roomWaiters = createRoomWaiters()
  let answers = 0
  let toldLanes = -1
  let isPumping = false
  let isDirty = false
  /** Whether someone in line waits for room alone, not for the end of a backoff. */
  let isBlocked = false
  let alarm: { at: number; cancel: () => void } | null = null

  const epoch = (at: number) => clock.now() + (at - clock.monotonic())

  const depart = (asking: Asking, endpoint: Endpoint, now: number) => {
    placement.begin(now, asking.characters)
    asking.start(endpoint, endpoint.begin(now, asking.characters))
  }

  const wakeAt = (at: number, now: number) => {
    if (at === Infinity || (alarm && alarm.at <= at && alarm.at > now)) return
    alarm?.cancel()
    const ring = () => {
      alarm = null
      pump()
    }
    alarm = { at, cancel: scope.after(clock, Math.max(0, at - now), ring) }
  }
  const pump = () => {
    // Whoever is told something may bring or abort requests: that waits until this turn is over.
    isDirty = true
    if (isPumping) return
    isPumping = true
    try {
      while (isDirty && !scope.disposed) {
        isDirty = false
        turn()
      }
    } finally {
      isPumping = false
    }
  }
  const turn = () => {
    const now = clock.monotonic()
    let next = Infinity
    isBlocked = false
    if (line.length > 0) {
      line.walk((asking) => {
        const { best, at } = placement.choose(now, asking.characters, asking.notBefore)
        if (best) {
          depart(asking, best, now)
          return 'take'
        }
        if (now >= asking.deadline) {
          asking.giveUp()
          return 'take'
        }
        next = Math.min(next, at, asking.deadline)
        const isHeldBack = [...asking.notBefore.values()].some((until) => until > now)
        if (!isHeldBack) isBlocked = true
        return isHeldBack ? 'pass' : 'stop'
      })
    }
    if (roomWaiters.length > 0) {
      const { best, at } = placement.choose(now, 1)
      next = Math.min(next, at)
      if (best && !isBlocked) roomWaiters.wake()
    }
    for (const endpoint of endpoints) {
      const at = endpoint.wakesAt(now)
      if (at > now) next = Math.min(next, at)
    }
    wakeAt(next, now)
    if (listeners.size === 0) return
    const lanes = placement.lanes(now)
    if (lanes === toldLanes) return
    toldLanes = lanes
    for (const listener of listeners) listener(lanes)
  }

  /** Waits in line for a permit; takes it at once when there is one. */
  const admit = (size: number, signal: AbortSignal, run: RunOptions, past: Past) =>
    new Promise<{ endpoint: Endpoint; departure: Departure }>((resolve, reject) => {
      let told = false
      const over = () => {
        asking.gone = true
        signal.removeEventListener('abort', leave)
        if (told) run.onWaiting?.(null)
      }
      const leave = () => {
        line.leave(asking)
        over()
        reject(abortError())
      }
      const asking: Asking = {
        ...past,
        characters: size,
        urgent: run.urgent,
        gone: false,
        start(endpoint, departure) {
          over()
          resolve({ endpoint, departure })
        },
        giveUp() {
          over()
          invariant(past.failure, 'only what has failed has a deadline')
          reject(new FailureError(past.failure))
        },
      }
      signal.addEventListener('abort', leave)
      line.join(asking)
      pump()
      if (asking.gone || !run.onWaiting) return
      const now = clock.monotonic()
      const until = placement.soonest(now, past.notBefore)
      if (until <= now) return
      told = true
      run.onWaiting(epoch(until))
    })

  return {
    get lanes() {
      return placement.lanes(clock.monotonic())
    },
    get isDown() {
      return endpoints.every(({ breaker, width }) => breaker !== 'closed' || width === 0)
    },
    get waiting() {
      return line.length
    },
    onLanes(listener) {
      if (listeners.size === 0) toldLanes = placement.lanes(clock.monotonic())
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    async whenRoom(given) {
      const signal = AbortSignal.any([given, scope.signal])
      signal.throwIfAborted()
      pump()
      while (isBlocked || !placement.choose(clock.monotonic(), 1).best) {
        const woken = roomWaiters.wait(signal)
        pump()
        await woken
      }
      signal.throwIfAborted()
    },
    async run(size, work, run) {
      const signal = AbortSignal.any([run.signal, scope.signal])
      const tried = createTries({ tries, budgetMs, random })
      let answersSeen = answers
      for (;;) {
        signal.throwIfAborted()
        const { endpoint, departure } = await admit(size.characters, signal, run, tried.past)
        const outcome = await outcomeOf(work, endpoint.id, signal)
        const now = clock.monotonic()
        placement.end()
        if (outcome.ok) {
          answers += 1
          endpoint.answered(departure, now, outcome.limits)
          pump()
          return outcome.value
        }
        const { error } = outcome
        if (signal.aborted || !(error instanceof FailureError)) {
          endpoint.dropped(departure, now)
          pump()
          throw error
        }
        const { failure } = error
        endpoint.failed(departure, now, failure)
        const othersServed = failure.code === 'server-busy' && answers > answersSeen
        answersSeen = answers
        const at = { endpointId: endpoint.id, now, othersServed }
        const goesOn = tried.failed(failure, at)
        if (!goesOn || placement.soonest(now, tried.past.notBefore) > tried.past.deadline) {
          pump()
          throw error
        }
      }
    },
    refresh: pump,
    tryNow() {
      for (const endpoint of endpoints) endpoint.tryNow(clock.monotonic())
      line.hurry()
      pump()
    },
    vouch() {
      for (const endpoint of endpoints) endpoint.vouch()
      pump()
    },
    state: () => endpoints.map((endpoint) => stateOf(endpoint, clock.monotonic(), epoch)),
    dispose: () => scope.dispose(),
  }
}
