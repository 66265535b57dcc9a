// How many requests one server is given at once: a fixed number, or the best one, found while working.
import { invariant } from '../base/invariant.ts'
import { createInOrder } from './in-order.ts'
import { createLoadModel, type Knee } from './load-model.ts'
import { createRefusedCounts } from './refused-counts.ts'

export type LimitMode =
  | { mode: 'fixed'; lanes: number }
  | { mode: 'auto'; start: number; max: number }
  /** As many as somebody else says, read each time; 0: none now. */
  | { mode: 'told'; lanes: () => number }

/** A width that is found, or kept, here. */
type FoundLimit = Exclude<LimitMode, { mode: 'told' }>

/** `other`: says nothing about load, such as a refused text or an abort. */
export type Outcome = 'answered' | 'overload' | 'other'

/** One request at the server, from `begin` to `end`. */
export type Flight = {
  readonly begunAt: number
  /** Requests at the server when it began, itself included. */
  readonly busyAtBegin: number
  /** Its place in the order of all that began. */
  readonly order: number
  readonly busyMsAtBegin: number
  readonly round: number
  readonly characters: number
}

export type AdaptiveLimit = {
  /** Requests to have at the server at once, now. */
  readonly width: number
  readonly busy: number
  /** The width worth remembering for this server; null until it is known. */
  readonly settled: number | null
  begin(now: number, characters: number): Flight
  end(flight: Flight, now: number, outcome: Outcome): void
  /** Milliseconds that one more request should take; null before anything is known. */
  expectedMs(characters: number): number | null
}

/** The widest that `auto` goes. */
const widest = 32
/** Evidence that ends the first search: it looks often, so chance must not do. */
const convincing = 20
/** Evidence that keeps a width where it is. */
const plausible = 6
const longestStep = 6
/** Rounds between two looks beside a width that proves right. */
const longestLookIn = 24
/** Clean answers before a known ceiling is tried again; doubles with each time it holds. */
const longestPatience = 512

/**
 * Fixed: starts at its lanes, halves on overload, comes back one by one. Auto: doubles until latency or an
 * overload tells of a limit, goes to the knee of the load model, then looks one or two beside it now and then.
 */
export function createAdaptiveLimit(mode: FoundLimit): AdaptiveLimit {
  const auto = mode.mode === 'auto'
  const max = auto ? Math.max(1, Math.min(widest, mode.max)) : mode.lanes
  invariant(Number.isInteger(max) && max >= 1, 'a width is a whole number from 1')
  const model = createLoadModel(widest)

  let busy = 0
  let busyMs = 0
  let movedAt = 0
  const move = (now: number, by: number) => {
    busyMs += busy * (now - movedAt)
    movedAt = now
    busy += by
  }

  /** Where width returns to after an overload, one answer at a time. */
  let goal = auto ? Math.max(1, Math.min(max, mode.start)) : max
  let width = goal
  let center = goal
  let searching = auto
  let known = false
  // A round: enough answers from requests that all began at this width.
  let round = 0
  let answersOfRound = 0
  let looks = 0
  let lookIn = 1
  let step = 1

  let ceiling = max
  let ceilingBefore: number | null = null
  let patience = 0
  let clean = 0
  let rise = 1
  let begun = 0
  let learned = 0
  const counts = createRefusedCounts()
  const inOrder = createInOrder()

  const nextRound = () => {
    round += 1
    answersOfRound = 0
  }
  const aim = (at: number) => {
    goal = Math.max(1, Math.min(at, ceiling, max))
    if (width !== goal) nextRound()
    width = goal
  }

  const settle = (knee: Knee) => {
    searching = false
    known = true
    center = Math.max(knee.width, Math.ceil(Math.min(width, knee.lowest) / 2))
    aim(center)
  }
  /** One or two more, seldom less, so that the knee stays in sight; rarer while it stays where it is. */
  const lookBeside = () => {
    looks += 1
    lookIn = Math.min(longestLookIn, 4 * looks)
    const far = center > 8 ? 2 : 1
    return looks % 4 === 3 ? -far : far
  }
  const endRound = () => {
    nextRound()
    const knee = model.fit()
    if (searching) {
      if (knee.evidence > convincing) return settle(knee)
      if (width < Math.min(max, ceiling)) return aim(width < 16 ? width * 2 : width + 8)
      searching = false
      known = true
      center = width
      return
    }
    if (knee.width < knee.lowest) {
      // Nothing lower was tried lately: a look below tells whether the knee is there.
      center = Math.min(center, knee.lowest)
      return aim(Math.floor(center * (knee.evidence > convincing ? 0.5 : 0.85)))
    }
    const before = center
    if (knee.width > center || knee.evidence < plausible) {
      center = Math.min(center + step, ceiling, max)
      step = Math.min(longestStep, step + 1)
    } else {
      step = 1
      center = Math.max(knee.width, Math.floor(center / 2), 1)
    }
    if (center !== before) {
      looks = 0
      lookIn = 1
    } else if (width === center) lookIn -= 1
    aim(center === before && lookIn === 0 ? center + lookBeside() : center)
  }

  const answered = (flight: Flight, now: number) => {
    counts.accepted(flight)
    if (width < goal) width += 1
    if (ceiling < max && flight.busyAtBegin >= ceiling) {
      clean += 1
      if (clean >= Math.max(patience, 2 * ceiling)) {
        clean = 0
        ceilingBefore = ceiling
        ceiling = Math.min(max, ceiling + rise)
        rise *= 2
        if (!auto) goal = ceiling
        else if (center >= ceilingBefore) center = ceiling
        if (width === ceilingBefore) aim(ceiling)
      }
    }
    const latencyMs = now - flight.begunAt
    const mean = latencyMs > 0 ? (busyMs - flight.busyMsAtBegin) / latencyMs : flight.busyAtBegin
    // A request that saw the width change tells nothing about either.
    if (Math.abs(mean - flight.busyAtBegin) > Math.max(1, mean * 0.15)) return
    const count = Math.round((mean + flight.busyAtBegin) / 2)
    inOrder.teach(flight.order, () => {
      model.add({ busy: count, characters: flight.characters, latencyMs })
      learned += 1
      // Without a full width there are no rounds; how long a request takes is wanted all the same.
      if (learned % 16 === 0) model.fit()
      if (auto && flight.round === round && flight.busyAtBegin >= width * 0.8) countAnswer()
    })
  }
  const countAnswer = () => {
    answersOfRound += 1
    if (searching && answersOfRound % 3 === 0) {
      const knee = model.fit()
      if (knee.evidence > convincing) return settle(knee)
    }
    if (answersOfRound >= (searching ? Math.max(3, width * 0.4) : Math.max(4, width * 0.75)))
      endRound()
  }

  const overloaded = (flight: Flight) => {
    const { count: tooMany, byNumber } = counts.refused(flight, begun)
    const isProbe = ceilingBefore !== null && tooMany > ceilingBefore && byNumber
    if (isProbe) {
      ceiling = Math.max(ceilingBefore ?? 1, Math.min(ceiling, tooMany - 1))
      ceilingBefore = null
      patience = Math.min(longestPatience, Math.max(patience, 2 * ceiling) * 2)
      clean = 0
      rise = 1
      center = Math.min(center, ceiling)
      return aim(ceiling)
    }
    const isNews = flight.round >= round
    const half = isNews ? Math.max(1, Math.floor(width / 2)) : width
    if (byNumber) {
      ceiling = Math.min(ceiling, Math.max(half, tooMany - 1))
      clean = 0
      rise = 1
      if (searching) {
        searching = false
        known = true
        center = ceiling
      }
      center = Math.min(center, ceiling)
      goal = auto ? Math.max(1, center) : ceiling
    }
    if (!isNews) return
    nextRound()
    width = Math.min(half, goal)
  }

  return {
    get width() {
      return width
    },
    get busy() {
      return busy
    },
    get settled() {
      if (!auto) return goal
      return known ? Math.min(center, ceiling) : null
    },
    begin(now, characters) {
      move(now, 1)
      begun += 1
      return {
        begunAt: now,
        busyAtBegin: busy,
        order: begun,
        busyMsAtBegin: busyMs,
        round,
        characters,
      }
    },
    end(flight, now, outcome) {
      move(now, -1)
      inOrder.ended(flight.order)
      if (outcome === 'answered') answered(flight, now)
      else if (outcome === 'overload') overloaded(flight)
      inOrder.release()
    },
    expectedMs: (characters) => model.expectedMs(characters, busy + 1),
  }
}
