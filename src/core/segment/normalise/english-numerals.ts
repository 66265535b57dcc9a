// English numbers that nothing else has claimed: years, counts, ordinals, ranges, fractions, decades.
import type { Rewrite } from '../apply-rewrites.ts'
import { beforeNumbers } from './english-abbreviation-table.ts'
import { countedNouns } from './english-counted-nouns.ts'
import { monthPattern } from './english-months.ts'
import {
  amountPattern,
  numberStart,
  sayAmount,
  sayCardinal,
  sayDecade,
  sayDigits,
  sayOrdinal,
  sayShortYear,
  sayYear,
} from './english-numbers.ts'
import { rewritesOf } from './rewrites-of.ts'

const numberEnd = String.raw`(?![\p{L}\p{N}_/]|[.,:]\d|['’](?!s\b)\p{L})`

const phone = /(?<![\p{L}\p{N}-])(?:(?:1-)?\(?(\d{3})\)?[\s-])?(\d{3})-(\d{4})(?![\p{L}\p{N}-])/gu
const decade = /(?<![\p{L}\p{N}.,:/-]|['’]\p{L})(['’‘]?)(\d{4}|\d{2})['’]?s(?![\p{L}\p{N}])/gu
const ordinal = /(?<![\p{L}\p{N}.,/])(\d{1,3}(?:,\d{3})+|\d{1,6})(st|nd|rd|th)(?![\p{L}\p{N}])/giu
const shortYear =
  /(?<=(?:\b(?:of|in|since|by|the|year|summer|winter|spring|autumn|fall|class|from|to|until|till),?|\p{Lu}\p{L}+,)\s)['’‘](\d{2})(?![\p{L}\p{N}'’])/gu
const range = new RegExp(
  String.raw`(?<![\p{L}\p{N}_–/-]|\p{N}[.,:])(${amountPattern})(\s–\s|[–-])(['’]?)(${amountPattern})(?![\p{L}\p{N}_/–]|[.,]\d|-\d)`,
  'gu',
)
const dotted = /(?<![\p{L}\p{N}.])\d{1,3}(?:\.\d{1,3}){2,}(?![\p{L}\p{N}]|\.\d)/gu
const caliber =
  /(?<![\p{L}\p{N}])\.(\d{2})(?=(?:-|\s)?(?:cal|calib|revolver|pistol|Colt|rifle|Winchester|magnum|automatic))/giu
const fraction = /(?<![\p{L}\p{N}])\.(\d+)(?![\p{L}\p{N}]|\.\d)/gu
const single = new RegExp(
  String.raw`${numberStart}(?<!\p{N}[–-])(${amountPattern})${numberEnd}(?![–-]\d)`,
  'gu',
)
const perFraction =
  /(?<![\p{L}\p{N}/])(\d{1,2})\/(\d{1,2})(?=\stime\b)|(?<![\p{L}\p{N}/])(9\/11|24\/7|50\/50)(?![\p{L}\p{N}/])/gu

export function sayNumerals(text: string): Rewrite[] {
  return [
    ...rewritesOf(text, phone, ([, area, first = '', second = '']) =>
      [area, first, second]
        .flatMap((part) => (part === undefined ? [] : [sayDigits(part)]))
        .join(', '),
    ),
    ...rewritesOf(text, dotted, ([found]) => found.split('.').map(sayCardinal).join(' point ')),
    ...rewritesOf(text, decade, ([, , digits = '']) => {
      const year = Number(digits)
      if (year % 10 !== 0 || (digits.length === 2 && year < 20)) return null
      return digits.length === 4 && year % 1000 === 0 ? `${sayCardinal(year)}s` : sayDecade(year)
    }),
    ...rewritesOf(text, ordinal, ([, digits = '', ending = '']) =>
      isEnding(digits, ending.toLowerCase()) ? sayOrdinal(digits) : null,
    ),
    ...rewritesOf(text, shortYear, ([, digits = '']) => sayShortYear(digits)),
    ...rewritesOf(text, perFraction, ([found]) =>
      found
        .split('/')
        .map((part) => sayCardinal(part))
        .join(found === '9/11' || found === '50/50' || found === '24/7' ? ' ' : '-'),
    ),
    ...rewritesOf(text, range, sayRange),
    ...rewritesOf(text, caliber, ([, digits = '']) => sayShortYear(digits)),
    ...rewritesOf(text, fraction, ([, digits = '']) => `point ${sayDigits(digits)}`),
    ...rewritesOf(text, single, saySingle),
  ]
}

/** 21st, 11th, 112th: the ending that belongs to the number. */
function isEnding(digits: string, ending: string): boolean {
  const last = Number(digits.at(-1))
  const isTeen = digits.at(-2) === '1'
  return ending === ((isTeen ? undefined : ['th', 'st', 'nd', 'rd'][last]) ?? 'th')
}

function sayRange(found: RegExpExecArray): string | null {
  const [all, first = '', dash = '', , second = ''] = found
  const { index, input: text } = found
  const before = text.slice(Math.max(0, index - 40), index)
  const after = text.slice(index + all.length, index + all.length + 40)
  if (/^[-–]\p{L}/u.test(after) && dash !== '-') return null
  const isWhole = /^\d+$/.test(first) && /^\d+$/.test(second)
  if (isWhole && isYear(first, before, after) && second.length <= 4) {
    if (second.length === 4) return `${sayYear(Number(first))} to ${sayYear(Number(second))}`
    const end = Number(second)
    if (second.length === 3 || end <= Number(first.slice(-second.length))) return null
    return `${sayYear(Number(first))} to ${sayCardinal(end)}`
  }
  // 213–15: what is left out of the second stands in the first.
  const whole =
    isWhole && second.length < first.length && first.length === 3 && dash !== ' – '
      ? first.slice(0, first.length - second.length) + second
      : second
  // 64-6221541 is no range.
  if (isWhole && dash === '-' && second.length > first.length + 1) return null
  const isBackwards = isWhole && Number(whole) <= Number(first)
  if (isBackwards && second.length < first.length) return null
  const numbers = [sayAmount(first), sayAmount(whole)]
  return numbers.includes(null) ? null : numbers.join(' to ')
}

function saySingle(found: RegExpExecArray): string | null {
  const [all, amount = ''] = found
  const { index, input: text } = found
  const before = text.slice(Math.max(0, index - 40), index)
  const after = text.slice(index + all.length, index + all.length + 40)
  if (/[-–/.]\d*$/.test(before) && /\d/.test(before.slice(-2))) return null
  // trees.2 and 1.E.8: marks of notes and of paragraphs.
  if (/(?:\p{L}[.,;:!?”’"]+|\p{L}\.)$/u.test(before) && !shortForm.test(before)) return null
  if (/^\d{4}$/.test(amount) && isYear(amount, before, after)) return sayYear(Number(amount))
  if (/^00\d$/.test(amount)) return `double oh ${sayCardinal(amount.slice(2))}`
  return sayAmount(amount)
}

const shortForm = new RegExp(
  String.raw`(?<!\p{L})(?:${[...beforeNumbers.keys()].join('|')})\.$`,
  'u',
)

const yearBefore = new RegExp(
  String.raw`(?:\b(?:in|since|until|till|during|circa|c\.|year|years|winter|summer|spring|autumn|fall|early|mid|late|christmas|a\.?d\.?)\s|${monthPattern},?\s|\()$`,
  'iu',
)
const countBefore =
  /\b(?:nearly|almost|some|exactly|at least|at most|up to|more than|fewer than|less than|population of|total of|numbered|numbering|sum of|worth|another|these|those|counted|all)\s$/i

/** Whether four digits are a year; a count needs a sign that it is one. */
function isYear(digits: string, before: string, after: string): boolean {
  const number = Number(digits)
  if (!/^[12]\d{3}$/.test(digits) || number > 2099) return false
  if (/^\s?(?:A\.?\s?D|B\.?\s?C|C\.?E)\b/.test(after)) return true
  if (/[#$£€]$|\b(?:[Nn]os?\.|#)\s?$/.test(before)) return false
  const noun = /^[\s-](\p{Ll}[\p{Ll}-]*)/u.exec(after)?.[1] ?? ''
  const isCounted = countedNouns.has(noun)
  if (
    isCounted &&
    !(yearBefore.test(before) && /^(?:men|women|people|others|such|or|foot|head)$/.test(noun))
  )
    return false
  return yearBefore.test(before) || !countBefore.test(before)
}
