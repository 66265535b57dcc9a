// German ordinals and dates: am 3. Mai 1775, 3.5.1775, des 19. Jahrhunderts, im II. Weltkrieg.
import type { Rewrite } from '../apply-rewrites.ts'
import { feminine, masculine, neuter } from './german-genders.ts'
import { monthName, monthPattern } from './german-months.ts'
import { ordinalStem, sayShortYear, sayYear } from './german-numbers.ts'
import { ordinalEnding } from './german-ordinal-ending.ts'
import { rewritesOf } from './rewrites-of.ts'
import { romanValue } from './roman.ts'

const year = String.raw`(?:1\d{3}|20\d{2})(?![\d]|[.,]\d|[–/-]\d)`
const withMonth = new RegExp(
  String.raw`(?<![\p{L}\p{N}.,])(\d{1,2})\.(?:(\s?[–-]\s?|\sbis\s|\sund\s|\soder\s|\s?\/\s?|\su\.\s)(\d{1,2})\.)?\s?(${monthPattern})(?![\p{L}])(?:(,?\s)(${year}))?`,
  'gu',
)
const numeric =
  /(?<![\p{L}\p{N}.,])(\d{1,2})\.\s?(\d{1,2})\.(?:\s?(1\d{3}|20\d{2})(?!\d)|(\d{2})(?![\d.,]\d|\d|\p{L}))/gu
const dayMonth =
  /(?<=(?:\b[Aa]m|\b[Vv]om|\b[Zz]um|\b[Dd]en|\b[Bb]is|\b[Aa]b|\b[Ss]eit)\s)(\d{1,2})\.(\d{1,2})\.(?!\s?\d)/gu
const iso = /(?<![\p{L}\p{N}–-])(\d{4})-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])(?![\p{L}\p{N}-])/gu
const withNoun =
  /(?<![\p{L}\p{N}.,])(\d{1,4}|[IVXLC]+)\.(?:(\s?(?:und|oder|bis|–|-)\s?)(\d{1,4}|[IVXLC]+)\.)?\s((?:\p{Ll}+(?:e|en|er|es|em)\s)?)(?![IVXLC]+\.)(\p{Lu}\p{L}+)/gu
const short = /(?<![\p{L}\p{N}.,])(\d{1,2}|[IVX]+)\.\s(Jh(?:dt|s)?|Jahrh)\.(?:s(?![\p{L}]))?/gu

const say = (number: number, before: string, noun: string, adjective = ''): string | null => {
  const ending = ordinalEnding(before, noun, adjective)
  return number < 1 || ending === null ? null : ordinalStem(number) + ending
}
const isDay = (digits: string) => Number(digits) >= 1 && Number(digits) <= 31

export function sayDates(text: string): Rewrite[] {
  const beforeOf = (index: number) => text.slice(Math.max(0, index - 40), index)
  const sayDay = (day: string, month: string, index: number) => {
    const name = monthName(Number(month))
    if (name === null || !isDay(day)) return null
    return `${ordinalStem(Number(day))}${ordinalEnding(beforeOf(index), name) ?? 'er'} ${name}`
  }
  return [
    ...rewritesOf(text, iso, ({ 1: written, 2: month = '', 3: day = '', index }) => {
      const words = sayDay(day, month, index)
      return words && `${words} ${sayYear(Number(written))}`
    }),
    ...rewritesOf(
      text,
      numeric,
      ({ 1: day = '', 2: month = '', 3: long, 4: brief = '', index }) => {
        const words = sayDay(day, month, index)
        return (
          words && `${words} ${long === undefined ? sayShortYear(brief) : sayYear(Number(long))}`
        )
      },
    ),
    ...rewritesOf(text, dayMonth, ({ 1: day = '', 2: month = '', index }) =>
      sayDay(day, month, index),
    ),
    ...rewritesOf(text, withMonth, (found) => {
      const [, first = '', between, second, written = '', gap = '', yearDigits] = found
      const name = monthName(written)
      if (name === null || !isDay(first) || (second !== undefined && !isDay(second))) return null
      const ending = ordinalEnding(beforeOf(found.index), name) ?? 'er'
      const days = [ordinalStem(Number(first)) + ending]
      if (second !== undefined && between !== undefined) {
        const join = /[–-]/.test(between) ? 'bis' : /u\./.test(between) ? 'und' : between.trim()
        days.push(
          join === '/' ? 'auf den' : join,
          ordinalStem(Number(second)) + (join === 'bis' || join === '/' ? 'en' : ending),
        )
      }
      const end = yearDigits === undefined ? '' : `${gap.trim()} ${sayYear(Number(yearDigits))}`
      return `${days.join(' ')} ${name}${end}`
    }),
    ...rewritesOf(text, short, ({ 1: digits = '', 0: found, index }) => {
      const number = /^\d/.test(digits) ? Number(digits) : (romanValue(digits) ?? 0)
      const isGenitive = /(?:^|\P{L})des\s$/iu.test(beforeOf(index)) || found.endsWith('s')
      const noun = isGenitive ? 'Jahrhunderts' : 'Jahrhundert'
      const ordinal = say(number, beforeOf(index), noun)
      return ordinal && `${ordinal} ${noun}`
    }),
    ...sayWithNoun(text),
  ]
}

// `XII. Frau Meier ging`, `um 3. Montag war`: they begin sentences too often.
const people =
  /^(?:Mann|Frau|Sohn|Tochter|Kind|Kaiser|König|Bürger|Person|Mitglied|(?:Mon|Diens|Donners|Frei|Sams|Sonn)tag|Mittwoch|Sonnabend|Abend|Nacht)$/

/** `des 19. Jahrhunderts`, `im II. Weltkrieg`, `das 5. Kapitel`: only the number and its stop are said. */
function sayWithNoun(text: string): Rewrite[] {
  return [...text.matchAll(withNoun)].flatMap((found) => {
    const { index } = found
    const [, first = '', join, second, adjective = '', noun = ''] = found
    const base = noun.replace(/(?<=band|buch|tag|jahr|reich|akt|teil|monat)(?:e?s|en?|e)$/i, '')
    const plain = noun === noun.toUpperCase() ? noun.charAt(0) + noun.slice(1).toLowerCase() : base
    const known = [noun, plain].find(
      (word) => masculine.has(word) || feminine.has(word) || neuter.has(word),
    )
    const before = text.slice(Math.max(0, index - 40), index)
    const hasArticle =
      /(?:^|\P{L})(?:am|im|zum|vom|beim|dem|den|des|das|die|der|zur|ein|eine|einem|einen|einer|seinem|seinen|seiner|ihrem|ihren|ihrer)\s$/iu.test(
        before,
      )
    // Without a noun that is known, only an article makes it sure that no sentence ends here.
    if ((known === undefined || people.test(noun)) && !hasArticle) return []
    const value = (digits: string) =>
      /^\d/.test(digits) ? Number(digits) : (romanValue(digits) ?? 0)
    const numbers = [first, ...(second === undefined ? [] : [second])].map((digits) =>
      say(value(digits), before, known === noun ? noun : (known ?? noun), adjective.trim()),
    )
    if (numbers.includes(null)) return []
    const word = (join ?? '').trim()
    const ordinals = numbers.join(` ${/^[–-]$/.test(word) ? 'bis' : word} `)
    const length = found[0].length - noun.length - adjective.length
    return [{ from: index, to: index + length - 1, text: ordinals }]
  })
}
