// Superscripts that are no note marks: their digits stay raised, for `10` and `3` are not `103`.
import { power } from './marks.ts'

const digits = '⁰¹²³⁴⁵⁶⁷⁸⁹'
const exponent = /^\s*([-−–]?)(\d{1,4})\s*$/

/**
 * An exponent in digits that are raised by themselves; any other text as it is.
 * `before`: a few characters before it.
 */
export function raisedDigits(text: string, before: string): string {
  const [, sign, number] = exponent.exec(text) ?? []
  if (number === undefined || !(/\p{N}$/u.test(before) || power.test(before))) return text
  const raised = [...number].map((digit) => digits[Number(digit)] ?? digit).join('')
  return sign ? `⁻${raised}` : raised
}
