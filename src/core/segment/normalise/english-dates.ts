// English dates: 3 May 1775, May 3rd, 1775, 1775-05-03, 3/4/1999.
import type { Rewrite } from '../apply-rewrites.ts'
import { monthName, monthPattern } from './english-months.ts'
import { sayOrdinal, sayShortYear, sayYear } from './english-numbers.ts'
import { rewritesOf } from './rewrites-of.ts'

const day = String.raw`(?:0?[1-9]|[12]\d|3[01])`
const ending = String.raw`(?:st|nd|rd|th)?`
const year = String.raw`(?:1\d{3}|20\d{2})(?![\d,]?\d|-\d)`

const monthFirst = new RegExp(
  String.raw`(?<![\p{L}\p{N}])(${monthPattern})\s(${day})${ending}(?:\s?[–-]\s?(${day})${ending})?(?![\p{L}\p{N}/:%°½¼¾]|[.,]\d|-\p{N})(?:(,?\s)(${year}))?`,
  'gu',
)
const dayFirst = new RegExp(
  String.raw`(?<![\p{L}\p{N}]|\p{N}[.,:/]|[$£€])((?:the\s)?)(${day})${ending}(?:\s?[–-]\s?(${day})${ending})?\s(${monthPattern})(?![\p{L}])(?:(,?\s)(${year}))?`,
  'giu',
)
const shortMonth = new RegExp(
  String.raw`(?<![\p{L}\p{N}])((?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec)\.)(?=,?\s(?:1\d{3}|20\d{2})(?!\d))`,
  'gu',
)
const iso = /(?<![\p{L}\p{N}–-])(\d{4})-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])(?![\p{L}\p{N}-])/gu
const slashes = /(?<![\p{L}\p{N}/])(\d{1,2})\/(\d{1,2})\/(\d{4}|\d{2})(?![\p{L}\p{N}/])/gu

const sayWhole = (month: string, dayNumber: string | number, yearWords: string) =>
  `${month} ${sayOrdinal(Number(dayNumber))}, ${yearWords}`

export function sayDates(text: string): Rewrite[] {
  return [
    ...rewritesOf(text, iso, ([, written, month, dayNumber]) => {
      const name = monthName(Number(month))
      return name && sayWhole(name, Number(dayNumber), sayYear(Number(written)))
    }),
    ...rewritesOf(text, slashes, ([, first, second, written = '']) => {
      // The American order, unless only the other one makes a date.
      const [month, dayNumber] = Number(first) > 12 ? [second, first] : [first, second]
      const name = monthName(Number(month))
      if (name === null || Number(dayNumber) < 1 || Number(dayNumber) > 31) return null
      const yearWords = written.length === 2 ? sayShortYear(written) : sayYear(Number(written))
      return sayWhole(name, Number(dayNumber), yearWords)
    }),
    ...rewritesOf(text, monthFirst, ([, month = '', first = '', last, gap, written]) => {
      const days = [first, ...(last === undefined ? [] : [last])].map((one) =>
        sayOrdinal(Number(one)),
      )
      const end = written === undefined ? '' : `${gap?.trim() || ','} ${sayYear(Number(written))}`
      return `${monthName(month)} ${days.join(' to ')}${end}`
    }),
    ...rewritesOf(text, dayFirst, ([, the = '', first = '', last, month = '', gap, written]) => {
      const name = monthName(month)
      if (!/^\p{Lu}/u.test(month) || name === null) return null
      const article = the === '' ? 'the ' : the
      const second = last === undefined ? '' : ` to the ${sayOrdinal(Number(last))}`
      const end = written === undefined ? '' : `${gap?.trim() ?? ''} ${sayYear(Number(written))}`
      return `${article}${sayOrdinal(Number(first))}${second} of ${name}${end}`
    }),
    ...rewritesOf(text, shortMonth, ([, month = '']) => monthName(month)),
  ]
}
