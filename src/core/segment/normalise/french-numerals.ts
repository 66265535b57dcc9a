// French numbers in figures that no other rule has said: counts, years, decimals, ranges, fractions.
import type { Rewrite } from '../apply-rewrites.ts'
import {
  fractionInFigures,
  isFraction,
  isRange,
  isVersion,
  numberInFigures,
  rangeInFigures,
} from './comma-numbers.ts'
import { isFeminine } from './french-gender.ts'
import { sayAmount, sayCardinal, sayDigits, sayFraction } from './french-numbers.ts'
import { rewritesOf } from './rewrites-of.ts'

const phone =
  /(?<![\p{L}\p{N}])(?:\+33\s?|(0))(\d)((?:[ .\u00a0\u202f]\d\d){4})(?![\p{L}\p{N}]|[.,]\p{N})/gu
const doubtful = /(?<!\p{L})(?:[Ll]e|du|[Aa]u|[Pp]age|[Ff]euillet)\s$/u

export function sayNumerals(text: string): Rewrite[] {
  return [
    ...rewritesOf(text, phone, ([found, zero, first = '', rest = '']) => {
      const pairs = rest
        .trim()
        .split(/\D+/)
        .filter((pair) => pair !== '')
      const pair = (two: string) => (two.startsWith('0') ? sayDigits(two) : sayCardinal(two))
      const start =
        zero === undefined
          ? `plus trente-trois ${sayCardinal(first)}`
          : `zéro ${sayCardinal(first)}`
      return pairs.length === 4 ? [start, ...pairs.map(pair)].join(' ') : found
    }),
    ...rewritesOf(text, rangeInFigures, (found) => {
      const [all, first = '', last = ''] = found
      if (!isRange(first, last)) return null
      const behind = text.slice(found.index + all.length)
      const gender = isFeminine(behind) ? 'feminine' : 'masculine'
      // The wars of our grandfathers are said without a word between.
      const isWar =
        /(?:guerre de|en|de|depuis)\s$/.test(text.slice(0, found.index)) &&
        /^(?:14-18|39-45)$/.test(all)
      const link = isWar ? ' ' : ' à '
      return sayCardinal(first) + link + sayCardinal(last, gender)
    }),
    ...rewritesOf(text, fractionInFigures, (found) => {
      const [all, whole, over = '', under = ''] = found
      const behind = text.slice(found.index + all.length)
      // « le 3/4 » may be a day and « page 3/10 » a count, where nothing is taken a part of.
      const isOf = /^\s(?:(?:de|du|des)\s|d['’])/.test(behind)
      if (!isOf && doubtful.test(text.slice(0, found.index))) return null
      if (!isFraction(Number(over), Number(under), isOf)) return null
      const part = sayFraction(Number(over), Number(under))
      if (part === null) return null
      return whole === undefined ? part : `${sayCardinal(whole)} ${part.replace(/^(?!et )/, 'et ')}`
    }),
    ...rewritesOf(text, numberInFigures, (found) => {
      const [all, minus = '', written = ''] = found
      if (isVersion(written, text.slice(0, found.index))) return null
      const behind = text.slice(found.index + all.length)
      const amount = sayAmount(written, isFeminine(behind) ? 'feminine' : 'masculine')
      return amount && (minus === '' ? amount : `moins ${amount}`)
    }),
  ]
}
