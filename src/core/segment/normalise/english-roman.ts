// Roman numbers in English where their surroundings make them sure: Henry VIII, Chapter IV, World War II.
import type { Rewrite } from '../apply-rewrites.ts'
import { sayCardinal, sayOrdinal, sayYear } from './english-numbers.ts'
import { numberedThings, regnalNames } from './english-regnal-names.ts'
import { rewritesOf } from './rewrites-of.ts'
import { romanValue } from './roman.ts'

const behindWord =
  /(?<=(?<![\p{L}\p{N}])(\p{L}\p{Ll}+|\p{Lu}{2,})(\.?\s))([IVXLCivxlc]+)(?:\s?([–-])\s?([IVXLCivxlc]+))?(?![\p{L}\p{N}]|['’](?![sS]\b)\p{L})(\.(?=,|\s\p{Ll}))?/gu
const pages = /(?<![\p{L}\p{N}])(pp?\.\s?)([ivxlc]+)(?:\s?([–-])\s?([ivxlc]+))?(?![\p{L}\p{N}'’])/gu
const ordinal = /(?<![\p{L}\p{N}])([IVXLC]+)(th|st|nd|rd|d)(?![\p{L}\p{N}])/gu
const century = /(?<![\p{L}\p{N}])([IVX]+)(?=(?:\s|-)centur(?:y|ies)\b)/gu
const yearNumber = /(?<![\p{L}\p{N}])M[MDCLXVI]{3,}(?![\p{L}\p{N}])/gu
const heading = /^([IVXLC]+)(?=\.?$|\.\s|[:—–]|\s[—–-]\s)/gu

const value = (roman: string) => romanValue(roman) ?? 0

export function sayRoman(text: string): Rewrite[] {
  return [
    ...rewritesOf(text, behindWord, sayBehindWord),
    ...rewritesOf(text, pages, ([, start = '', first = '', dash, last = '']) => {
      if (value(first) === 0) return null
      const page = start.startsWith('pp') ? 'pages' : 'page'
      const end = dash !== undefined && value(last) > 0 ? ` to ${sayCardinal(value(last))}` : ''
      return dash !== undefined && end === '' ? null : `${page} ${sayCardinal(value(first))}${end}`
    }),
    ...rewritesOf(text, ordinal, ([, roman = '', ending = '']) => {
      const number = value(roman)
      if (number === 0 || (ending === 'd' && !roman.endsWith('II'))) return null
      return sayOrdinal(number)
    }),
    ...rewritesOf(text, century, ([roman]) => (value(roman) > 0 ? sayOrdinal(value(roman)) : null)),
    ...rewritesOf(text, yearNumber, ([roman]) => {
      const year = value(roman)
      return year > 1000 && year < 2100 ? sayYear(year) : null
    }),
    ...sayHeading(text),
  ]
}

function sayBehindWord(found: RegExpExecArray): string | null {
  const [all, word = '', gap = '', roman = '', dash, last = '', stop = ''] = found
  const number = value(roman)
  const name = word.toLowerCase()
  const { index, input: text } = found
  const after = stop + text.slice(index + all.length)
  const start = index - word.length - gap.length
  if (number === 0) return null
  const isThing = numberedThings.has(name)
  if (isThing) {
    const isLower = /^[a-z]/.test(roman)
    if (isLower && (roman.length === 1 ? !/^[ivx]$/.test(roman) : value(roman) > 60)) return null
    if (roman.length === 1 && /[LC]/i.test(roman)) return null
    // In chapter I told you, it is the person; `Part I of the book` is not.
    if (roman === 'I' && !isNumberOne(word, after) && !/\bWorld $/i.test(text.slice(0, start)))
      return null
    if (dash === undefined) return sayCardinal(number) + stop
    if (value(last) === 0) return null
    return `${sayCardinal(number)} to ${sayCardinal(value(last))}`
  }
  if (dash !== undefined || gap.startsWith('.') || !regnalNames.has(name)) return null
  if (!/^\p{Lu}/u.test(word) || /^[a-z]/.test(roman) || number > 40) return null
  if (roman === 'I') {
    const before = text.slice(Math.max(0, start - 12), start)
    const isTitled =
      /\b(?:King|Queen|Pope|Emperor|Empress|Tsar|Czar|Kaiser|Sultan|Prince)\s$/i.test(before)
    if (
      !isTitled &&
      !/^(?:['’]s\b|\sof\s\p{Lu}|,?\s(?:king|queen|emperor|pope)\b|\)|\.\sof\s)/u.test(after)
    )
      return null
  }
  // `D'Arcy, Charles C.`: a single letter with a stop may be an initial.
  if (/^[LC]$/.test(roman) || (/^[VX]$/.test(roman) && /^\.\s\p{Lu}/u.test(after))) return null
  return `the ${sayOrdinal(number)}`
}

/** Whether `I` behind such a word is a number, by what follows. */
function isNumberOne(word: string, after: string): boolean {
  if (/^\s*$/.test(after) || /^[.:;,)\]—–?!"”’]/.test(after)) return /^\p{Lu}/u.test(word)
  return /^\p{Lu}/u.test(word) && /^(?:\sof\b|\sis\b|\swas\b|\sand\s[IVX]+\b|\s\p{Lu})/u.test(after)
}

/** `IV`, `XII. The Letter`: the number a heading begins with. */
function sayHeading(text: string): Rewrite[] {
  return rewritesOf(text, heading, ([roman]) => {
    const number = value(roman)
    if (number === 0 || number > 200) return null
    const isAlone = /^[IVXLC]+\.?$/.test(text)
    if (isAlone) return sayCardinal(number)
    if (roman.length > 1) return sayCardinal(number)
    const isTitle = text.length < 80 && !/[.!?…,;]["”’]?$/.test(text) && /^[IVX]\.\s/.test(text)
    return isTitle ? sayCardinal(number) : null
  })
}
