// Superscripts that are no note marks: their digits stay raised, for `10` and `3` are not `103`.
import { power } from './marks.ts'

const digits = '⁰¹²³⁴⁵⁶⁷⁸⁹'
const exponent = /^\s*([-−–]?)(\d{1,4})\s*$/

/**
 * An exponent in digits that are raised by themselves; any other text as it is, but that digits do not run
 * on from those before: 5 with a raised `1/2` is no `51/2`.
 * `before`: a few characters before it.
 */
export function raisedDigits(text: string, before: string): string {
  const [, sign, number] = exponent.exec(text) ?? []
  const afterDigit = /\p{N}$/u.test(before)
  if (number === undefined && afterDigit && /^\p{N}/u.test(text)) return ` ${text}`
  if (number === undefined || !(afterDigit || power.test(before))) return text
  const raised = [...number].map((digit) => digits[Number(digit)] ?? digit).join('')
  return sign ? `⁻${raised}` : raised
}
