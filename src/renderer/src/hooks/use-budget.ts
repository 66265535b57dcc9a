// How much a person grants to a work that costs money, as it is being written.
import { useState } from 'react'
import { budgetOf } from '../state/narration.ts'

export type BudgetForm = {
  written: string
  write(written: string): void
  /** Once it was tried to begin with it. */
  isWrong: boolean
  /** What goes with the request; null: it is wrongly written. */
  take(): { budget?: number } | null
}

/** `isPriced`: without a price nothing is granted. */
export function useBudget(isPriced: boolean): BudgetForm {
  const [written, write] = useState('')
  const [tried, setTried] = useState(false)
  const budget = isPriced ? budgetOf(written) : undefined
  return {
    written,
    write,
    isWrong: tried && budget === null,
    take() {
      setTried(true)
      if (budget === null) return null
      return budget === undefined ? {} : { budget }
    },
  }
}
