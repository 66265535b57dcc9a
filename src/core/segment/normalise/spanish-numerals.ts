// Spanish numbers in figures that no other rule has said: counts, years, decimals, ranges, fractions.
import type { Rewrite } from '../apply-rewrites.ts'
import {
  amountPattern,
  isRange,
  minusPattern,
  numberEnd,
  numberStart,
  wholePattern,
} from './comma-numbers.ts'
import { rewritesOf } from './rewrites-of.ts'
import { formBefore } from './spanish-gender.ts'
import { sayAmount, sayCardinal, sayFraction } from './spanish-numbers.ts'

const range = new RegExp(
  String.raw`${numberStart}(${wholePattern})\s?[–-]\s?(${wholePattern})${numberEnd}`,
  'gu',
)
const fraction = new RegExp(
  String.raw`${numberStart}(?:(\d{1,3})\s)?(\d{1,2})\/(\d{1,4})${numberEnd}`,
  'gu',
)
const half = new RegExp(
  String.raw`${numberStart}(?:(\d{1,3})[ \u00a0\u202f]?)?(?:½|1\/2)(\s)(?:(de)\s)?(\p{Ll}+)`,
  'gu',
)
const number = new RegExp(
  String.raw`(${minusPattern}|${numberStart})(${amountPattern})${numberEnd}`,
  'gu',
)

export function sayNumerals(text: string): Rewrite[] {
  return [
    ...rewritesOf(text, half, ([, whole, gap = ' ', of, noun = '']) => {
      if (of !== undefined) return null
      const isOne = whole === undefined || whole === '1'
      const form = formBefore(` ${noun}`, isOne)
      if (form === null || form === 'alone') return null
      const medio = form === 'feminine' ? 'media' : 'medio'
      if (whole === undefined) return `${medio}${gap}${noun}`
      return `${sayCardinal(whole, form)}${gap}${noun} y ${medio}`
    }),
    ...rewritesOf(text, range, (found) => {
      const [all, first = '', last = ''] = found
      if (!isRange(first, last)) return null
      const form = formBefore(text.slice(found.index + all.length), false) ?? 'alone'
      return `${sayCardinal(first, form)} a ${sayCardinal(last, form)}`
    }),
    ...rewritesOf(text, fraction, ([, whole, over = '', under = '']) => {
      const part = sayFraction(Number(over), Number(under))
      if (part === null || (Number(over) > 9 && Number(under) < 100)) return null
      return whole === undefined ? part : `${sayCardinal(whole)} y ${part}`
    }),
    ...rewritesOf(text, number, (found) => {
      const [all, minus = '', written = ''] = found
      // Version 2.100 is no thousand.
      if (written.includes('.') && /vers(?:ion|ión)\s$/i.test(text.slice(0, found.index)))
        return null
      const met = formBefore(text.slice(found.index + all.length), written === '1')
      // Hours are feminine: a la 1, a las 21.
      const isHour = met === 'alone' && /(?<!\p{L})[Ll]as?\s$/u.test(text.slice(0, found.index))
      const form = isHour ? 'feminine' : met
      const amount = form && sayAmount(written, form)
      return amount && (minus === '' ? amount : `menos ${amount}`)
    }),
  ]
}
