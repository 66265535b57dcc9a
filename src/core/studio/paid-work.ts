// Work at a server that may cost: so much at once, stopped at a budget, waiting for a person where it would only fail.
import { FailureError, failureOf } from '../base/failure-error.ts'
import { createLimiter } from '../base/limiter.ts'
import type { Budget } from './budget.ts'
import type { Budget as Wanted, RunningJob } from './job-registry.ts'

export type PaidWork<Piece> = {
  /** Waits until a piece may begin, and begins it. Rejects when cancelled. */
  begin(piece: Piece): Promise<void>
  /** Resolves when nothing is under way. */
  idle(): Promise<void>
  /** The same, and those that failed have been begun again, until none is left. */
  finish(): Promise<void>
  /** How far it has come by what was done in this run, for `RunningJob.update`. */
  progress(
    done: number,
    total: number,
  ): {
    done: number
    total: number
    etaSeconds: number | null
    cost?: { spent: number; saved: number; currency: string }
  }
}

/** `work` fails with a Failure where its server does: the job is paused then, and the piece waits to be begun again. */
export function createPaidWork<Piece>(
  running: RunningJob,
  { lanes, budget, known }: { lanes: number; budget: Budget; known: () => number },
  work: (piece: Piece) => Promise<void>,
): PaidWork<Piece> {
  let wanted: Wanted
  running.scope.own(
    running.onResume((given) => {
      wanted = given
      if (given !== undefined) budget.grant(given)
    }),
  )
  const bugs: unknown[] = []
  const limiter = createLimiter(lanes, (error) => bugs.push(error))
  let stuck: Piece[] = []
  const throwBugs = () => {
    if (bugs.length > 0) throw bugs[0]
  }
  const attempt = async (piece: Piece): Promise<void> => {
    try {
      await work(piece)
    } catch (error) {
      if (running.signal.aborted || !(error instanceof FailureError)) throw error
      stuck.push(piece)
      running.pause(failureOf(error))
    }
  }
  const begin = async (piece: Piece): Promise<void> => {
    await running.whenRunning()
    // What is under way comes to its end first, so that no more than one piece exceeds the budget.
    if (budget.isTaken) await limiter.idle()
    if (budget.isOver) {
      running.pause(budget.over())
      await running.whenRunning()
      if (budget.isOver) budget.grant(wanted)
    }
    await limiter.begin(() => attempt(piece))
    throwBugs()
  }
  return {
    begin,
    idle: () => limiter.idle(),
    async finish() {
      await limiter.idle()
      while (stuck.length > 0) {
        const pieces = stuck
        stuck = []
        for (const piece of pieces) await begin(piece)
        await limiter.idle()
      }
      throwBugs()
    },
    progress(done, total) {
      const made = done - known()
      const etaSeconds = made > 0 ? (running.elapsedMs() / 1000 / made) * (total - done) : null
      const { currency, total: spent } = budget
      const cost = currency === undefined ? {} : { cost: { spent, saved: 0, currency } }
      return { done, total, etaSeconds, ...cost }
    },
  }
}
