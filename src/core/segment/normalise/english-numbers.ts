// English numbers as words: counts, years, decimals, fractions, ordinals.
import { numberWords } from './number-words.ts'
import { vulgarFractions } from './vulgar-fractions.ts'

/** One written number: 1,250.75, 2½, 1 1/2, 3/4, ½. To be built into a pattern with the flag u. */
export const amountPattern = String.raw`(?:(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+|\s?[½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞]|\s\d\/\d{1,2}(?!\d))?|[½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞]|\d\/\d{1,2}(?!\d))`
/** Not inside a word or a longer number. */
export const numberStart = String.raw`(?<![\p{L}\p{N}_]|\p{N}[.,:\/])`

/** Digits one by one: 304 → three zero four. */
export const sayDigits = (digits: string): string =>
  [...digits].map((digit) => numberWords.en.cardinal(digit)).join(' ')

/** A whole number, with or without separators; one that is too long or begins with 0, digit by digit. */
export function sayCardinal(written: string | number): string {
  const digits = String(written).replaceAll(',', '')
  if (digits.length > 15 || /^0\d/.test(digits)) return sayDigits(digits)
  return numberWords.en.cardinal(digits)
}

export function sayOrdinal(written: string | number): string {
  const digits = String(written).replaceAll(',', '')
  if (digits.length > 15 || Number(digits) === 0) return `${sayCardinal(digits)}th`
  // A hundredth of a row is “the hundredth”, and so it is written here too.
  return numberWords.en.ordinal(Number(digits))
}

/** 1775 → seventeen seventy-five, 1900 → nineteen hundred, 1905 → nineteen oh five, 2005 → two thousand five. */
export function sayYear(year: number): string {
  if (year < 1000 || year > 9999 || year % 1000 < 10) return sayCardinal(year)
  const rest = year % 100
  const hundreds = sayCardinal(Math.floor(year / 100))
  if (rest === 0) return `${hundreds} hundred`
  return `${hundreds} ${rest < 10 ? 'oh ' : ''}${sayCardinal(rest)}`
}

/** Two digits of a year: ’05 → oh five. */
export const sayShortYear = (digits: string): string =>
  digits.startsWith('0') ? `oh ${sayCardinal(digits.slice(1))}` : sayCardinal(digits)

/** 1840 → eighteen forties, 1800 → eighteen hundreds, 90 → nineties. */
export function sayDecade(year: number): string {
  const words = year < 100 ? sayCardinal(year) : sayYear(year)
  return words.endsWith('y') ? `${words.slice(0, -1)}ies` : `${words}s`
}

/** 3/4 → three quarters; null where the two are hardly a fraction (9/11). */
export function sayFraction(over: number, under: number): string | null {
  if (over < 1 || over >= under) return null
  if (![2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 16, 20, 32, 64, 100].includes(under)) return null
  const part =
    under === 2 ? 'half' : under === 4 ? 'quarter' : sayOrdinal(under).replace(/^one /, '')
  return over === 1 ? `one ${part}` : `${sayCardinal(over)} ${part}s`
}

/** What `amountPattern` finds; null where it is not sure. */
export function sayAmount(written: string): string | null {
  const plain = written.replace(
    /\s?([½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞])/u,
    (_, sign: string) => ` ${vulgarFractions[sign] ?? ''}`,
  )
  const [, whole, over, under] = /^(?:([\d,]+)?\s)?(\d+)\/(\d+)$/.exec(plain.trimStart()) ?? []
  if (over !== undefined && under !== undefined) {
    const part = sayFraction(Number(over), Number(under))
    if (part === null || whole === undefined) return part
    return `${sayCardinal(whole)} and ${part.replace(/^one /, 'a ').replace('a eighth', 'an eighth')}`
  }
  const [left = '', right] = written.split('.')
  return right === undefined ? sayCardinal(left) : `${sayCardinal(left)} point ${sayDigits(right)}`
}

/** Whether the thing counted stands in the singular: 1 mile, ½ mile. */
export const isOne = (written: string): boolean => /^(?:1|[^\d.,]|\d\/\d+)$/u.test(written)
