// French numbers in figures that no other rule has said: counts, years, decimals, ranges, fractions.
import type { Rewrite } from '../apply-rewrites.ts'
import {
  amountPattern,
  isRange,
  minusPattern,
  numberEnd,
  numberStart,
  wholePattern,
} from './comma-numbers.ts'
import { isFeminine } from './french-gender.ts'
import { sayAmount, sayCardinal, sayDigits, sayFraction } from './french-numbers.ts'
import { rewritesOf } from './rewrites-of.ts'

const phone =
  /(?<![\p{L}\p{N}])(?:\+33\s?|(0))(\d)((?:[ .\u00a0\u202f]\d\d){4})(?![\p{L}\p{N}]|[.,]\p{N})/gu
const range = new RegExp(
  String.raw`${numberStart}(${wholePattern})\s?[–-]\s?(${wholePattern})${numberEnd}`,
  'gu',
)
const fraction = new RegExp(
  String.raw`${numberStart}(?:(\d{1,3})\s)?(\d{1,2})\/(\d{1,4})${numberEnd}`,
  'gu',
)
const doubtful = /(?<!\p{L})(?:[Ll]e|du|[Aa]u|[Pp]age|[Ff]euillet)\s$/u
const number = new RegExp(
  String.raw`(${minusPattern}|${numberStart})(${amountPattern})${numberEnd}`,
  'gu',
)

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
    ...rewritesOf(text, range, (found) => {
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
    ...rewritesOf(text, fraction, (found) => {
      const [all, whole, over = '', under = ''] = found
      const behind = text.slice(found.index + all.length)
      // « le 3/4 » may be a day and « page 3/10 » a count, where nothing is taken a part of.
      const isOf = /^\s(?:(?:de|du|des)\s|d['’])/.test(behind)
      if (!isOf && doubtful.test(text.slice(0, found.index))) return null
      if (!isOf && Number(under) > 6 && Number(over) > 1) return null
      const part = sayFraction(Number(over), Number(under))
      // 9/11 and 24/7 are no fractions; 24/7 is larger than one anyhow.
      if (part === null || (Number(over) > 9 && Number(under) < 100)) return null
      return whole === undefined ? part : `${sayCardinal(whole)} ${part.replace(/^(?!et )/, 'et ')}`
    }),
    ...rewritesOf(text, number, (found) => {
      const [all, minus = '', written = ''] = found
      // Version 2.100 is no thousand.
      if (written.includes('.') && /vers(?:ion|ión)\s$/i.test(text.slice(0, found.index)))
        return null
      const behind = text.slice(found.index + all.length)
      const amount = sayAmount(written, isFeminine(behind) ? 'feminine' : 'masculine')
      return amount && (minus === '' ? amount : `moins ${amount}`)
    }),
  ]
}
