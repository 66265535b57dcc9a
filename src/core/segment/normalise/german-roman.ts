// Roman numbers in German: Friedrich II., Kapitel IV, XII. as a heading.
import type { Rewrite } from '../apply-rewrites.ts'
import { ordinalStem, sayCardinal, sayYear } from './german-numbers.ts'
import { kings, numberedThings, queens } from './german-regnal-names.ts'
import { stopAt } from './german-sentence-end.ts'
import { rewritesOf } from './rewrites-of.ts'
import { romanValue } from './roman.ts'

const behindName = /(?<=(?<![\p{L}\p{N}])(\p{Lu}\p{Ll}+)\s)([IVXL]+)(\.?)(?![\p{L}\p{N}]|\.\p{L})/gu
const behindThing =
  /(?<=(?<![\p{L}\p{N}])(\p{Lu}\p{L}+)\.?\s)([IVXLC]+)(?:\s?[–-]\s?([IVXLC]+))?(?![\p{L}\p{N}])/gu
const pages = /(?<![\p{L}\p{N}])S\.\s?([ivxl]+)(?:\s?[–-]\s?([ivxl]+))?(?![\p{L}\p{N}])/gu
const yearNumber = /(?<![\p{L}\p{N}])M[MDCLXVI]{3,}(?![\p{L}\p{N}])/gu
const heading = /^([IVXLC]+)(?=\.?$|\.\s|[:—–]|\s[—–-]\s)/gu

const dative =
  /(?<!\p{L})(?:von|mit|bei|unter|zu|nach|seit|aus|gegenüber|samt|dem|zum|vom|beim|außer|neben|zwischen)\s(?:\p{Lu}\p{L}+n?\s){0,2}$/iu
const accusative =
  /(?<!\p{L})(?:für|gegen|durch|ohne|um|an|über|auf|den)\s(?:\p{Lu}\p{L}+n?\s){0,2}$/iu
const genitive = /(?<!\p{L})(?:des|wegen|trotz|während|statt|anstatt)\s(?:\p{Lu}\p{L}+\s){0,2}$/iu
const feminineGenitive =
  /(?<!\p{L})(?:der|von|mit|unter|bei|zu|nach|seit|aus|gegenüber|neben|vor)\s(?:\p{Lu}\p{L}+\s){0,2}$/iu

const value = (roman: string) => romanValue(roman) ?? 0

export function sayRoman(text: string): Rewrite[] {
  return [
    ...rewritesOf(text, behindThing, ([, word = '', first = '', last]) => {
      if (!numberedThings.has(word) || value(first) === 0) return null
      if (last !== undefined && value(last) === 0) return null
      const end = last === undefined ? '' : ` bis ${sayCardinal(value(last))}`
      return sayCardinal(value(first)) + end
    }),
    ...rewritesOf(text, behindName, sayRegnal),
    ...rewritesOf(text, pages, ([, first = '', last]) => {
      if (value(first) === 0) return null
      const end = last === undefined ? '' : ` bis ${sayCardinal(value(last))}`
      return `Seite ${sayCardinal(value(first))}${end}`
    }),
    ...rewritesOf(text, yearNumber, ([roman]) => {
      const year = value(roman)
      return year > 1000 && year < 2100 ? sayYear(year) : null
    }),
    ...rewritesOf(text, heading, ([roman]) => {
      const number = value(roman)
      if (number === 0 || number > 200) return null
      if (/^[IVXLC]+\.?$/.test(text) || roman.length > 1) return sayCardinal(number)
      const isTitle = text.length < 80 && !/[.!?…,;]["“«]?$/.test(text) && /^[IVX]\.\s/.test(text)
      return isTitle ? sayCardinal(number) : null
    }),
  ]
}

/** Friedrich der Zweite, Friedrichs des Zweiten, mit Friedrich dem Zweiten, durch Katharina die Zweite. */
function sayRegnal(found: RegExpExecArray): string | null {
  const { 0: all, 1: name = '', 2: roman = '', 3: dot = '', index, input: text } = found
  const number = value(roman)
  if (number === 0 || number > 40 || (dot === '' && roman.length === 1)) return null
  const bare = kings.has(name) || queens.has(name) ? name : name.replace(/(?:ens|s)$/, '')
  const isHers = queens.has(bare)
  if (!isHers && !kings.has(bare)) return null
  // `C.`, `D.`, `L.` behind a first name are initials; I, V and X are too before another name.
  const end = index + all.length
  if (
    roman.length === 1 &&
    /^\s\p{Lu}\p{Ll}/u.test(text.slice(end, end + 3)) &&
    stopAt(text, end) === ''
  )
    return null
  const start = index - name.length - 1
  const before = text.slice(Math.max(0, start - 40), start)
  const isGenitive = (name !== bare && name.endsWith('s')) || genitive.test(before)
  const article = isHers
    ? isGenitive || feminineGenitive.test(before)
      ? 'der'
      : 'die'
    : isGenitive
      ? 'des'
      : dative.test(before)
        ? 'dem'
        : accusative.test(before)
          ? 'den'
          : 'der'
  const stem = ordinalStem(number)
  const isPlain =
    article === 'die' ||
    (article === 'der' && !(isHers && (isGenitive || feminineGenitive.test(before))))
  const word = `${stem.charAt(0).toUpperCase()}${stem.slice(1)}${isPlain ? 'e' : 'en'}`
  return `${article} ${word}${dot === '' ? '' : stopAt(text, end)}`
}
