// The pace of a server that counts requests, learned from its refusals instead of by hammering.
import { createMinuteWindow } from './minute-window.ts'

export type LearnedPace = {
  /** Requests a second; null until two refusals have shown it. */
  readonly perSecond: number | null
  waitMs(now: number): number
  begin(now: number): void
  accepted(now: number): void
  /** A request that began at `begunAt` was refused with a pause to keep. */
  refused(now: number, begunAt: number): void
}

/** After this many accepted requests without a refusal the pace is tried a little faster. */
const cleanRequests = 10
const firstStep = 0.03
/**
 * Requests a second that are always tried: who refuses for other reasons than the pace would else be measured
 * by our own waiting, slower each time. The pauses a server asks for are kept whatever the pace.
 */
const slowest = 0.2
/** What was learned is forgotten when it no longer binds: this much faster without a refusal. */
const forgetAt = 8

/**
 * Between two refusals a server has given out all it had: accepted ÷ elapsed is its pace, whether it counts
 * by windows of the clock or refills drop by drop. One that counts the last minute refuses again before
 * that, but then the last minute itself shows it. The pace grows by steps that double, so a wrong one passes soon.
 */
export function createLearnedPace(): LearnedPace {
  let perSecond: number | null = null
  let learned = 0
  let step = firstStep
  let clean = 0
  let acceptedSince = 0
  let refusedAt: number | null = null
  let nextAt = 0
  const lastMinute = createMinuteWindow()

  return {
    get perSecond() {
      return perSecond
    },
    waitMs: (now) => (perSecond === null ? 0 : Math.max(0, nextAt - now)),
    begin(now) {
      // A little may be caught up, so that a start some milliseconds late costs nothing.
      if (perSecond !== null) nextAt = Math.max(nextAt, now - 100) + 1000 / perSecond
    },
    accepted(now) {
      lastMinute.spend(now, 1)
      acceptedSince += 1
      clean += 1
      if (perSecond === null || clean < cleanRequests) return
      clean = 0
      perSecond *= 1 + step
      step = Math.min(1, step * 2)
      if (perSecond > learned * forgetAt) perSecond = null
    },
    refused(now, begunAt) {
      // One storm is one piece of news.
      if (refusedAt !== null && begunAt < refusedAt) return
      if (refusedAt !== null && acceptedSince > 0) {
        const between = (acceptedSince * 1000) / Math.max(1, now - refusedAt)
        const measured = Math.max(between, lastMinute.spent(now) / 60, slowest)
        perSecond = perSecond === null ? measured : Math.min(perSecond, measured)
        learned = perSecond
      }
      refusedAt = now
      acceptedSince = 0
      clean = 0
      step = firstStep
    },
  }
}
