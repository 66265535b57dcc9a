// German numbers that nothing else has claimed: years, counts, ranges, fractions, decades.
import type { Rewrite } from '../apply-rewrites.ts'
import { countedNouns } from './german-counted-nouns.ts'
import {
  amountPattern,
  numberStart,
  sayAmount,
  sayCardinal,
  sayCount,
  sayDigits,
  sayShortYear,
  sayYear,
} from './german-numbers.ts'
import { rewritesOf } from './rewrites-of.ts'

const phone =
  /(?<=(?:Telefon|Tel\.|Fax|Rufnummer|Nummer)\s)0\d{1,4}[\s/-]\d{2,8}(?:[\s-]?\d{1,6})?(?![\p{L}\p{N}])/gu
const decade = /(?<![\p{L}\p{N}.,:/-])(['’]?)(\d{4}|\d{2})er(n?)(?=[\s.,;:!?)“«"–-]|$)/gu
const range = new RegExp(
  String.raw`(?<![\p{L}\p{N}_–/-]|\p{N}[.,:])(${amountPattern})(\s–\s|[–-])(${amountPattern})(?![\p{L}\p{N}_/–]|[.,]\d|-\d)`,
  'gu',
)
const dotted = /(?<![\p{L}\p{N}.])\d{1,3}(?:\.\d{1,2}){2,}(?![\p{L}\p{N}.])/gu
const halfNoun = /(?<![\p{L}\p{N}])½\s(\p{Lu}\p{L}+)/gu
const single = new RegExp(
  String.raw`${numberStart}(?<!\p{N}[–-])(${amountPattern})(?![\p{L}\p{N}_/]|[.,:]\d|[–-]\d)`,
  'gu',
)
const shortYear =
  /(?<=\b(?:anno|Anno|von|seit|Sommer|Winter|Frühjahr|Herbst|Jahrgang)\s)['’](\d{2})(?![\p{L}\p{N}])/gu

const halves: Readonly<Record<string, string>> = {
  Stunde: 'eine halbe',
  Minute: 'eine halbe',
  Meile: 'eine halbe',
  Million: 'eine halbe',
  Flasche: 'eine halbe',
  Tasse: 'eine halbe',
  Jahr: 'ein halbes',
  Pfund: 'ein halbes',
  Dutzend: 'ein halbes',
  Kilo: 'ein halbes',
  Glas: 'ein halbes',
  Liter: 'ein halber',
  Meter: 'ein halber',
  Kilometer: 'ein halber',
  Teelöffel: 'ein halber',
  Tag: 'ein halber',
  Monat: 'ein halber',
}

export function sayNumerals(text: string): Rewrite[] {
  return [
    ...rewritesOf(text, phone, ([found]) => sayDigits(found.replace(/\D/g, ''))),
    ...rewritesOf(text, dotted, ([found]) => found.split('.').map(sayCardinal).join(' Punkt ')),
    ...rewritesOf(text, decade, ([, , digits = '', ending]) => {
      const year = Number(digits)
      if (year % 10 !== 0 || year === 0) return null
      return `${digits.length === 4 ? sayYear(year) : sayCardinal(digits)}er${ending}`
    }),
    ...rewritesOf(text, shortYear, ([, digits = '']) => sayShortYear(digits)),
    ...rewritesOf(text, halfNoun, ([, noun = '']) => {
      const words = halves[noun]
      return words === undefined ? null : `${words} ${noun}`
    }),
    ...rewritesOf(text, range, sayRange),
    ...rewritesOf(text, single, saySingle),
  ]
}

function sayRange(found: RegExpExecArray): string | null {
  const [all, first = '', dash = '', second = ''] = found
  const { index, input: text } = found
  const before = text.slice(Math.max(0, index - 40), index)
  const after = text.slice(index + all.length, index + all.length + 40)
  if (/^[-–]\p{L}/u.test(after) && dash !== '-') return null
  const isWhole = /^\d+$/.test(first) && /^\d+$/.test(second)
  if (isWhole && isYear(first, before, after)) {
    if (second.length === 4) return `${sayYear(Number(first))} bis ${sayYear(Number(second))}`
    const end = Number(second)
    if (second.length > 2 || end <= Number(first.slice(-second.length))) return null
    return `${sayYear(Number(first))} bis ${sayCardinal(end)}`
  }
  // 596-1887 is a telephone's.
  if (isWhole && dash === '-' && second.length > Math.max(first.length, 3)) return null
  if (isWhole && second.length < first.length) return null
  const isScore = isWhole && Number(second) < Number(first)
  const numbers = [sayAmount(first), sayAmount(second, isCount(second, after))]
  return numbers.includes(null) ? null : numbers.join(isScore ? ' zu ' : ' bis ')
}

/** Whether `1` stands before what it counts: it is ein then, or eine, which nobody can know here. */
const isCount = (amount: string, after: string) => /^\d*1$/.test(amount) && /^\s\p{L}/u.test(after)

function saySingle(found: RegExpExecArray): string | null {
  const [all, amount = ''] = found
  const { index, input: text } = found
  const before = text.slice(Math.max(0, index - 40), index)
  const after = text.slice(index + all.length, index + all.length + 40)
  if (/[-–/.]\d*$/.test(before) && /\d/.test(before.slice(-2))) return null
  // Wort.2: the mark of a note.
  if (
    /\p{L}(?:[.,;:!?“»"]+)$/u.test(before) &&
    !/(?<!\p{L})(?:S|Nr|Bd|Kap|Abb|Art|Abs|No)\.$/u.test(before)
  )
    return null
  // `das 3. kleine`: an ordinal whose ending nobody knows; at the end it is only a stop.
  if (/^\.\s+["„»]?\p{Ll}/u.test(after) && /^\d{1,3}$/.test(amount)) return null
  if (/^\d{4}$/.test(amount) && isYear(amount, before, after)) return sayYear(Number(amount))
  if (/^\d*1$/.test(amount) && !amount.endsWith('11')) {
    if (amount === '1' && /^\s\p{Lu}/u.test(after)) return oneOf(after)
    if (/^\s\p{Lu}/u.test(after) && amount.endsWith('01')) return null
    if (amount.endsWith('01') || amount === '1') return sayAmount(amount)
    return sayCount(amount)
  }
  return sayAmount(amount)
}

/** 1 before a noun, where its ending is known. */
function oneOf(after: string): string | null {
  const noun = /^\s(\p{Lu}\p{L}+)/u.exec(after)?.[1] ?? ''
  if (
    /^(?:Stunde|Minute|Sekunde|Woche|Mark|Million|Milliarde|Tonne|Meile|Seite|Frau|Krone|Person|Flasche|Tasse)$/.test(
      noun,
    )
  )
    return 'eine'
  if (
    /^(?:Meter|Kilometer|Euro|Dollar|Cent|Pfennig|Pfund|Gramm|Kilo|Kilogramm|Liter|Prozent|Grad|Mann|Tag|Jahr|Monat|Kind|Taler|Gulden|Uhr|Zentner|Hektar|Teelöffel|Esslöffel|Stück)$/.test(
      noun,
    )
  )
    return 'ein'
  return null
}

const countBefore =
  /(?<!\p{L})(?:fast|beinahe|nahezu|rund|etwa|ungefähr|genau|mindestens|höchstens|über|mehr als|weniger als|bis zu|insgesamt|einige|gut|knapp|wert|diese|diesen|alle|allen)\s$/iu

/** Whether four digits are a year; a count needs a sign that it is one. */
function isYear(digits: string, before: string, after: string): boolean {
  if (!/^(?:1[1-9]|20)\d{2}$/.test(digits)) return false
  if (/^\s[vn]\.\s?(?:Chr|u)/.test(after)) return true
  if (/(?:\bNr\.|#|[€$£])\s?$/.test(before)) return false
  const noun = /^[\s-](?:\p{Ll}+e[nr]?\s)?(\p{Lu}\p{L}*)/u.exec(after)?.[1] ?? ''
  if (countedNouns.has(noun) && !/(?:\bJahre?|\bim Jahr|\banno)\s$/i.test(before)) return false
  return !(countBefore.test(before) && /^\s\p{Lu}/u.test(after))
}
