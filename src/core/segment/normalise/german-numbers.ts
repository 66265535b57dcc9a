// German numbers as words: counts, years, decimals, fractions, ordinals.
import { numberWords } from './number-words.ts'
import { vulgarFractions } from './vulgar-fractions.ts'

/** One written number: 1.250,75 or 1 250, 2½, 3/4, ½. To be built into a pattern with the flag u. */
export const amountPattern = String.raw`(?:(?:\d{1,3}(?:[.’'\u00a0\u202f ]\d{3})+(?!\d)|\d+)(?:,\d+|\s?[½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞])?|[½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞]|\d\/\d{1,2}(?!\d))`
/** Not inside a word or a longer number. */
export const numberStart = String.raw`(?<![\p{L}\p{N}_]|\p{N}[.,:\/])`

/** Digits one by one. */
export const sayDigits = (digits: string): string =>
  [...digits].map((digit) => numberWords.de.cardinal(digit)).join(' ')

/** A whole number: hundert, not einhundert; one that is too long or begins with 0, digit by digit. */
export function sayCardinal(written: string | number): string {
  const digits = String(written).replace(/\D/g, '')
  if (digits.length > 15 || /^0\d/.test(digits)) return sayDigits(digits)
  return shorter(numberWords.de.cardinal(digits))
}

// The library says einhunderteinstausend for 101 000.
const shorter = (words: string) =>
  words.replace('einstausend', 'eintausend').replace(/^ein(?=hundert|tausend)/, '')

/** The number before a noun: ein, einundzwanzig, hundertein. */
export const sayCount = (written: string | number): string =>
  sayCardinal(written).replace(/(?<=^|t|d)eins$/, 'ein')

/** Without its ending: dritt, neunzehnt; the ending follows from the case. */
export function ordinalStem(number: number): string {
  return shorter(numberWords.de.ordinal(number)).replace(/e$/, '')
}

/** 1775 → siebzehnhundertfünfundsiebzig, 2005 → zweitausendfünf. */
export function sayYear(year: number): string {
  const hundreds = Math.floor(year / 100)
  if (year < 1100 || hundreds > 19) return sayCardinal(year)
  const rest = year % 100
  return `${sayCardinal(hundreds)}hundert${rest === 0 ? '' : sayCardinal(rest)}`
}

/** Two digits of a year: 05 → null fünf. */
export const sayShortYear = (digits: string): string =>
  digits.startsWith('0') ? sayDigits(digits) : sayCardinal(digits)

const parts: Readonly<Record<number, string>> = {
  3: 'Drittel',
  4: 'Viertel',
  5: 'Fünftel',
  6: 'Sechstel',
  7: 'Siebtel',
  8: 'Achtel',
  9: 'Neuntel',
  10: 'Zehntel',
  12: 'Zwölftel',
  16: 'Sechzehntel',
  20: 'Zwanzigstel',
  100: 'Hundertstel',
}

/** 3/4 → drei Viertel; null where the two are hardly a fraction. */
export function sayFraction(over: number, under: number): string | null {
  if (over < 1 || over >= under) return null
  if (under === 2) return 'ein halb'
  const part = parts[under]
  return part === undefined ? null : `${sayCount(over)} ${part}`
}

/** What `amountPattern` finds; null where it is not sure. `before` a noun, 1 is ein. */
export function sayAmount(written: string, before = false): string | null {
  const plain = written.replace(
    /\s?([½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞])/u,
    (_, sign: string) => ` ${vulgarFractions[sign] ?? ''}`,
  )
  const [, whole, over, under] = /^(?:(\d\S*)? )?(\d+)\/(\d+)$/.exec(plain.trimStart()) ?? []
  if (over !== undefined && under !== undefined) {
    if (whole === undefined) return sayFraction(Number(over), Number(under))
    const part = sayFraction(Number(over), Number(under))
    if (under === '2') return `${sayCount(whole)}einhalb`
    return part && `${sayCardinal(whole)} ${part}`
  }
  const [left = '', right] = written.split(',')
  if (right !== undefined) return `${sayCardinal(left)} Komma ${sayDigits(right)}`
  return before ? sayCount(left) : sayCardinal(left)
}
