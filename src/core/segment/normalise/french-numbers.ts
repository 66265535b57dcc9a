// French numbers as words: counts with their gender, decimals, fractions, ordinals.
import { amountParts, bareDigits, isDoubtful } from './comma-numbers.ts'
import { numberWords } from './number-words.ts'

export type Gender = 'masculine' | 'feminine'

/** Digits one by one: 007 → zéro zéro sept. */
export const sayDigits = (digits: string): string =>
  [...digits].map((digit) => numberWords.fr.cardinal(digit)).join(' ')

/** A whole number, with or without separators; too long or begun with 0, digit by digit. */
export function sayCardinal(written: string | number, gender: Gender = 'masculine'): string {
  const digits = bareDigits(String(written))
  if (digits.length > 12 || /^0\d/.test(digits)) return sayDigits(digits)
  const words = numberWords.fr.cardinal(digits)
  return gender === 'feminine' ? words.replace(/\bun$/, 'une') : words
}

/** 2 → deuxième; premier and première stand alone, 21 is vingt et unième. */
export function sayOrdinal(value: number, gender: Gender = 'masculine'): string {
  if (value === 1) return gender === 'feminine' ? 'première' : 'premier'
  return numberWords.fr.ordinal(value)
}

/** 3/4 → trois quarts; null where the two are hardly a fraction. */
export function sayFraction(over: number, under: number): string | null {
  if (over < 1 || over >= under) return null
  if (![2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 16, 20, 100, 1000].includes(under)) return null
  const many = over > 1 ? 's' : ''
  const part = under === 2 ? 'demi' : under === 4 ? 'quart' : under === 3 ? 'tiers' : null
  const name = part === 'tiers' ? part : (part ?? numberWords.fr.ordinal(under)) + many
  return `${sayCardinal(over)} ${name}`
}

const sayDecimals = (decimals: string): string => {
  const zeros = /^0*/.exec(decimals)?.[0] ?? ''
  const rest = decimals.slice(zeros.length)
  const said = rest === '' ? '' : rest.length > 3 ? sayDigits(rest) : sayCardinal(rest)
  return [sayDigits(zeros), said].filter((words) => words !== '').join(' ')
}

/** A whole number, 3,5 or 2 ½; null where it is not sure. */
export function sayAmount(written: string, gender: Gender = 'masculine'): string | null {
  if (isDoubtful(written)) return null
  const { whole, decimals, fraction } = amountParts(written)
  if (fraction) {
    const part = sayFraction(...fraction)
    if (whole === null || part === null) return part
    const half = gender === 'feminine' ? 'demie' : 'demi'
    const end = fraction[1] === 2 ? half : fraction[1] === 4 ? part.replace(/^un /, 'un ') : part
    return `${sayCardinal(whole, gender)} et ${end}`
  }
  if (whole === null) return null
  if (decimals === null) return sayCardinal(whole, gender)
  return `${sayCardinal(whole)} virgule ${sayDecimals(decimals)}`
}

/** The thing counted stands in the plural from two on: 1,5 mètre, 2 mètres. */
export function isMany(written: string): boolean {
  const { whole } = amountParts(written)
  return whole !== null && Number(whole) >= 2
}

/** Millions are followed by a preposition: un million d’euros. */
export const before = (words: string, thing: string): string => {
  if (!/(?:million|milliard|billion)s?$/.test(words)) return `${words} ${thing}`
  return /^[aeiouhéèêAEIOUÉ]/u.test(thing) ? `${words} d’${thing}` : `${words} de ${thing}`
}
