// Prices as they are typed behind --price, and the budget that needs one.
import type { MinutePrice, TokenPrice } from '../contract/index.ts'
import { fail } from '../core/base/failure-error.ts'

/** `0.15/0.60`, or `0.15/0.60 EUR`: a million tokens there and back. Fails with `option-invalid`. */
export function tokenPrice(word: string | undefined): TokenPrice | null {
  const typed = readPrice(word, 2)
  if (!typed) return null
  const [perMillionIn = 0, perMillionOut = 0] = typed.amounts
  return { perMillionIn, perMillionOut, currency: typed.currency }
}

/** `0.006`, or `0.006 EUR`: a minute. Fails with `option-invalid`. */
export function minutePrice(word: string | undefined): MinutePrice | null {
  const typed = readPrice(word, 1)
  if (!typed) return null
  const [perMinute = 0] = typed.amounts
  return { perMinute, currency: typed.currency }
}

/** A budget that nobody could keep to is refused. Fails with `option-invalid`. */
export function checkBudget(budget: number | undefined, price: object | null): void {
  if (budget !== undefined && !price)
    throw fail('option-invalid', { option: '--budget', value: 'without --price' })
}

function readPrice(word: string | undefined, amounts: number) {
  if (word === undefined) return null
  const [, typed = '', currency = 'USD'] =
    /^(\d+(?:\.\d+)?(?:\/\d+(?:\.\d+)?)*)(?: ([A-Z]{3}))?$/.exec(word) ?? []
  const found = typed.split('/').map(Number)
  if (typed === '' || found.length !== amounts)
    throw fail('option-invalid', { option: '--price', value: word })
  return { amounts: found, currency }
}
