// A person's limit on what a job may cost: what is spent, what is on its way, and when it must wait.
import type { Failure } from '../../contract/index.ts'
import { failure } from '../base/failure-error.ts'
import type { Budget as Wanted } from './job-registry.ts'

export type Budget = {
  /** Where anything so far has a price: ISO 4217. */
  readonly currency: string | undefined
  readonly total: number
  /** So much is about to be spent. Returns what is told when it was, or was not. */
  commit(amount: number, currency: string | undefined): () => void
  spent(amount: number, currency: string | undefined): void
  /** What is spent and what is on its way would be all of it. */
  readonly isTaken: boolean
  readonly isOver: boolean
  /** Why the job waits then. */
  over(): Failure
  /** A person goes on: as much may be spent from now on; undefined: as much as before. */
  grant(wanted: Wanted): void
}

/** `limit`: null where there is none. Prices in several currencies are nobody's case yet: the first one names the sum. */
export function createBudget(limit: number | null, known: string | undefined): Budget {
  let currency = known
  let granted = limit ?? Infinity
  let spent = 0
  let committed = 0
  return {
    get currency() {
      return currency
    },
    get total() {
      return spent
    },
    commit(amount, of) {
      let isOpen = true
      committed += amount
      currency ??= of
      return () => {
        if (isOpen) committed -= amount
        isOpen = false
      }
    },
    spent(amount, of) {
      spent += amount
      currency ??= of
    },
    get isTaken() {
      return currency !== undefined && spent + committed >= granted
    },
    get isOver() {
      return currency !== undefined && spent >= granted
    },
    over: () => failure('budget-spent', { amount: limit ?? 0, currency: currency ?? '' }),
    grant(wanted) {
      if (wanted !== undefined) limit = wanted
      granted = limit === null ? Infinity : spent + limit
    },
  }
}

/** What was granted before is no new grant: work that goes on by itself has the rest of it. */
export function withWhatIsLeft<R extends { budget?: number | undefined }>(
  request: R,
  spent: number,
): R {
  const { budget } = request
  return budget ? { ...request, budget: budget - (spent % budget) } : request
}
