// Spanish numbers as words: counts with their gender, decimals, fractions, ordinals.
import { amountParts, bareDigits, isDoubtful } from './comma-numbers.ts'
import { numberWords } from './number-words.ts'

/** How a number meets what it counts: nothing (veintiuno), libros (veintiún), páginas (veintiuna). */
export type Form = 'alone' | 'masculine' | 'feminine'

/** Digits one by one: 007 → cero cero siete. */
export const sayDigits = (digits: string): string =>
  [...digits].map((digit) => numberWords.es.cardinal(digit)).join(' ')

/** A whole number, with or without separators; too long or begun with 0, digit by digit. */
export function sayCardinal(written: string | number, form: Form = 'alone'): string {
  const digits = bareDigits(String(written))
  if (digits.length > 12 || /^0\d/.test(digits)) return sayDigits(digits)
  const words = numberWords.es
    .cardinal(digits)
    // The library writes dieciseis, and does not shorten uno before mil.
    .replaceAll('dieciseis', 'dieciséis')
    .replaceAll('veintidos', 'veintidós')
    .replaceAll('veintitres', 'veintitrés')
    .replaceAll('veintiseis', 'veintiséis')
    .replaceAll(/veintiuno(?= (?:mil|mill))/g, 'veintiún')
    .replaceAll(/\buno(?= (?:mil|mill))/g, 'un')
  if (form === 'alone') return words
  if (form === 'masculine') return words.replace(/veintiuno$/, 'veintiún').replace(/\buno$/, 'un')
  return words.replace(/uno$/, 'una').replaceAll(/(cient|quinient)os(?!.* mill)/g, '$1as')
}

const tens =
  `primero segundo tercero cuarto quinto sexto séptimo octavo noveno décimo undécimo duodécimo
  decimotercero decimocuarto decimoquinto decimosexto decimoséptimo decimoctavo decimonoveno
  vigésimo`.split(/\s+/)

/** Up to a hundred; what is larger is hardly said as an ordinal: null. */
export function sayOrdinal(
  value: number,
  ending: 'o' | 'a' | 'os' | 'as' | '' = 'o',
): string | null {
  if (value < 1 || value > 100) return value === 1000 ? `milésim${ending}` : null
  const words = tens[value - 1] ?? numberWords.es.ordinal(value)
  if (ending === '') return words.replace(/(?<=primer|tercer)o$/, '')
  return words.replaceAll(/o\b/g, ending)
}

const parts: Readonly<Record<number, string>> = {
  2: 'medio',
  3: 'tercio',
  4: 'cuarto',
  5: 'quinto',
  6: 'sexto',
  7: 'séptimo',
  8: 'octavo',
  9: 'noveno',
  10: 'décimo',
  12: 'doceavo',
  16: 'dieciseisavo',
  20: 'veinteavo',
  100: 'centésimo',
  1000: 'milésimo',
}

/** 3/4 → tres cuartos; null where the two are hardly a fraction. */
export function sayFraction(over: number, under: number): string | null {
  const part = parts[under]
  if (over < 1 || over >= under || part === undefined) return null
  return `${sayCardinal(over, 'masculine')} ${part}${over > 1 ? 's' : ''}`
}

const sayDecimals = (decimals: string): string => {
  const zeros = /^0*/.exec(decimals)?.[0] ?? ''
  const rest = decimals.slice(zeros.length)
  const said = rest === '' ? '' : rest.length > 3 ? sayDigits(rest) : sayCardinal(rest)
  return [sayDigits(zeros), said].filter((words) => words !== '').join(' ')
}

/** A whole number, 3,5 or 2 ½; null where it is not sure. */
export function sayAmount(written: string, form: Form = 'alone'): string | null {
  if (isDoubtful(written)) return null
  const { whole, decimals, fraction } = amountParts(written)
  if (fraction) {
    const part = sayFraction(...fraction)
    if (whole === null || part === null) return part
    const half = form === 'feminine' ? 'media' : 'medio'
    return `${sayCardinal(whole, form)} y ${fraction[1] === 2 ? half : part}`
  }
  if (whole === null) return null
  if (decimals === null) return sayCardinal(whole, form)
  return `${sayCardinal(whole)} coma ${sayDecimals(decimals)}`
}

/** Only one alone leaves the thing counted in the singular: 1 metro, 1,5 metros. */
export const isMany = (written: string): boolean => {
  const { whole, decimals, fraction } = amountParts(written)
  return !(whole === '1' && decimals === null) && !(fraction !== null && whole === null)
}

/** Millions are followed by a preposition: un millón de euros. */
export const before = (words: string, thing: string): string =>
  /(?:mill(?:ón|ones)|bill(?:ón|ones))$/.test(words) ? `${words} de ${thing}` : `${words} ${thing}`
