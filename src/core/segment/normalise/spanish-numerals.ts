// Spanish numbers in figures that no other rule has said: counts, years, decimals, ranges, fractions.
import type { Rewrite } from '../apply-rewrites.ts'
import {
  fractionInFigures,
  isFraction,
  isRange,
  isVersion,
  numberInFigures,
  numberStart,
  rangeInFigures,
} from './comma-numbers.ts'
import { rewritesOf } from './rewrites-of.ts'
import { formBefore } from './spanish-gender.ts'
import { sayAmount, sayCardinal, sayDigits, sayFraction } from './spanish-numbers.ts'

/** 91 234 56 78, 912 34 56 78: groups that no number has. */
const phone =
  /(?<![\p{L}\p{N}+]|\p{N} )[6-9]\d(?: \d{3}|\d \d\d) \d\d \d\d(?![\p{L}\p{N}]| \d|[.,]\d)/gu
const half = new RegExp(
  String.raw`${numberStart}(?:(\d{1,3})[ \u00a0\u202f]?)?(?:½|1\/2)(\s)(?:(de)\s)?(\p{Ll}+)`,
  'gu',
)
const doubtful = /(?<!\p{L})(?:[Ee]l|del|al|[Pp]ágina|[Hh]oja)\s$/u

export function sayNumerals(text: string): Rewrite[] {
  return [
    ...rewritesOf(text, phone, ([found]) =>
      found
        .split(' ')
        .map((group) =>
          group.length === 3 || group.startsWith('0') ? sayDigits(group) : sayCardinal(group),
        )
        .join(' '),
    ),
    ...rewritesOf(text, half, ([, whole, gap = ' ', of, noun = '']) => {
      if (of !== undefined) return null
      const isOne = whole === undefined || whole === '1'
      const form = formBefore(` ${noun}`, isOne)
      if (form === null || form === 'alone') return null
      const medio = form === 'feminine' ? 'media' : 'medio'
      if (whole === undefined) return `${medio}${gap}${noun}`
      return `${sayCardinal(whole, form)}${gap}${noun} y ${medio}`
    }),
    ...rewritesOf(text, rangeInFigures, (found) => {
      const [all, first = '', last = ''] = found
      if (!isRange(first, last)) return null
      const form = formBefore(text.slice(found.index + all.length), false) ?? 'alone'
      return `${sayCardinal(first, form)} a ${sayCardinal(last, form)}`
    }),
    ...rewritesOf(text, fractionInFigures, (found) => {
      const [all, whole, over = '', under = ''] = found
      const behind = text.slice(found.index + all.length)
      // «el 3/4» may be a day and «página 3/10» a count, where nothing is taken a part of.
      const isOf = /^\s(?:(?:de|del)\s)/.test(behind)
      if (!isOf && doubtful.test(text.slice(0, found.index))) return null
      if (!isFraction(Number(over), Number(under), isOf)) return null
      const part = sayFraction(Number(over), Number(under))
      if (part === null) return null
      return whole === undefined ? part : `${sayCardinal(whole)} y ${part}`
    }),
    ...rewritesOf(text, numberInFigures, (found) => {
      const [all, minus = '', written = ''] = found
      if (isVersion(written, text.slice(0, found.index))) return null
      const met = formBefore(text.slice(found.index + all.length), written === '1')
      // Hours are feminine: a la 1, a las 21.
      const isHour = met === 'alone' && /(?<!\p{L})[Ll]as?\s$/u.test(text.slice(0, found.index))
      const form = isHour ? 'feminine' : met
      const amount = form && sayAmount(written, form)
      return amount && (minus === '' ? amount : `menos ${amount}`)
    }),
  ]
}
