// Roman numbers in Spanish where their surroundings make them sure: Felipe II, siglo XIX, capítulo IV.
import type { Rewrite } from '../apply-rewrites.ts'
import { rewritesOf } from './rewrites-of.ts'
import { withoutHead } from './without-head.ts'
import { romanValue } from './roman.ts'
import { isStarter } from './spanish-sentence-end.ts'
import { kings, numberedThings, queens } from './spanish-names.ts'
import { sayCardinal, sayOrdinal } from './spanish-numbers.ts'

const space = String.raw`[ \u00a0\u202f]`
const roman = String.raw`([IVXLC]+|[ivxlc]+)`
const join = String.raw`(${space}(?:y|e|a|al|o|u)${space}(?:el${space})?|,${space}|\s?[–-]\s?)`
const behindWord = new RegExp(
  String.raw`(?<![\p{L}\p{N}])(\p{L}[\p{L}-]+)(${space})${roman}(?:${join}${roman})?(?![\p{L}\p{N}ºª°]|\.[ºª°]|['’]\p{L}|-\p{L}|${space}?%)`,
  'gu',
)
const century = new RegExp(
  String.raw`(?<![\p{L}\p{N}])(siglos?)(${space})${roman}((?:${join}${roman})*)(?![\p{L}\p{N}])`,
  'giu',
)
const shortCentury = new RegExp(
  String.raw`(?<![\p{L}\p{N}.])[sS]\.${space}?([IVX]+)(?![\p{L}\p{N}])`,
  'gu',
)
const ordinal = /(?<![\p{L}\p{N}])([IVXL]+)\.?(os|as|[ºªoa°])(?![\p{L}\p{N}])/gu
/** La II República, el III Congreso: an article before it and what it counts behind it. */
const counted = new RegExp(
  String.raw`(?<=(?<!\p{L})(la|el|del|al|La|El)${space})([IVX]+)(?=${space}\p{Lu}\p{Ll}{3,})`,
  'gu',
)
const shortWord = new RegExp(
  String.raw`(?<![\p{L}\p{N}])(lib|cap|t|vol|lám|fig|p|pp|pág|págs|secc|art|esc|sal)\.${space}?${roman}(?:\s?[–-]\s?([IVXLC]+|[ivxlc]+))?(?![\p{L}\p{N}’'])`,
  'giu',
)
const heading = /^([IVXL]+)(?=\.?$|\.\s|\s?[:—–]\s|\.?\s?[—–-]\s|\)\s)/gu
const shortWords: Readonly<Record<string, string>> = {
  lib: 'libro',
  cap: 'capítulo',
  t: 'tomo',
  vol: 'volumen',
  lám: 'lámina',
  fig: 'figura',
  p: 'página',
  pp: 'páginas',
  pág: 'página',
  págs: 'páginas',
  secc: 'sección',
  art: 'artículo',
  esc: 'escena',
  sal: 'salmo',
}

const value = (written: string) => romanValue(written) ?? 0
/** The first ten centuries and kings are ordinals. */
const sayRank = (number: number, ending: 'o' | 'a') =>
  (number <= 10 ? sayOrdinal(number, ending) : null) ?? sayCardinal(number)
const sayBehind = (word: string, number: number): string =>
  number === 1 ? (numberedThings[word.toLowerCase()] ?? 'uno') : sayCardinal(number)

export function sayRoman(text: string): Rewrite[] {
  return [
    ...rewritesOf(text, century, ([, word = '', gap = '', first = '', rest = '']) => {
      const isSure = [first, ...rest.split(/[^IVXLCivxlc]+/)].every(
        (one) => one === '' || (value(one) > 0 && value(one) < 30),
      )
      if (!isSure) return null
      const others = rest
        .replaceAll(/\s?[–-]\s?(?=[IVXivx])/g, ' a ')
        .replaceAll(/(?<!\p{L})[IVXLCivxlc]+(?!\p{L})/gu, (one) => sayRank(value(one), 'o'))
      return `${word}${gap}${sayRank(value(first), 'o')}${others}`
    }),
    ...rewritesOf(text, shortCentury, ([, first = '']) =>
      value(first) > 0 && value(first) < 30 && (first.length > 1 || first !== 'I')
        ? `siglo ${sayRank(value(first), 'o')}`
        : null,
    ),
    ...rewritesOf(text, ordinal, ({ 0: all, 1: first = '', 2: ending = '' }) => {
      if (value(first) === 0 || /^[LC]$/.test(first)) return null
      // Without the raised sign « Ia » and « Io » may be words.
      if (/[oa]$/.test(all) && first.length < 2) return null
      const end = ending.replace(/[º°]/, 'o').replace('ª', 'a')
      return sayOrdinal(
        value(first),
        end === 'os' ? 'os' : end === 'as' ? 'as' : end === 'a' ? 'a' : 'o',
      )
    }),
    ...rewritesOf(text, counted, ([, article = '', first = '']) =>
      sayOrdinal(value(first), /^la$/i.test(article) ? 'a' : ''),
    ),
    ...rewritesOf(text, shortWord, ([, form = '', first = '', last]) => {
      const word = shortWords[form.toLowerCase()]
      if (word === undefined || value(first) === 0 || !/^[IVXivx]/.test(first)) return null
      if (last !== undefined && value(last) <= value(first)) return null
      const end = last === undefined ? '' : ` a ${sayCardinal(value(last))}`
      return `${word} ${sayBehind(word, value(first))}${end}`
    }),
    ...rewritesOf(text, behindWord, sayBehindWord).map((rewrite) => withoutHead(text, rewrite)),
    ...rewritesOf(text, heading, ([first]) => {
      const number = value(first)
      const isAlone = /^[IVXL]+\.?$/.test(text)
      if (number === 0 || first === 'L') return null
      if (first.length === 1 && !isAlone && !/^.\.?\s?[—–:)-]/.test(text)) return null
      return sayCardinal(number)
    }),
  ]
}

function sayBehindWord(found: RegExpExecArray): string | null {
  const { index, input: text } = found
  const [all, word = '', gap = '', first = '', link, last = ''] = found
  const number = value(first)
  const name = word.toLowerCase()
  if (number === 0) return null
  const rest = all.slice(word.length + gap.length + first.length)
  const isJoined = link !== undefined && value(last) > number
  const linkWords = link !== undefined && /[–-]/.test(link) ? ' a ' : (link ?? '')
  if (name in numberedThings) {
    if (/^[ivxlc]/.test(first) && (!/^[ivx]/.test(first) || number > 60)) return null
    if (/^[LC]$/.test(first)) return null
    if (/^(?:guerra|apolo|mundial|vaticano)$/.test(name) && first.length < 2) return null
    if (/^(?:carta|tipo|nivel|fase|página)$/.test(name) && /^[vxVX]$/.test(first)) return null
    const end = isJoined ? linkWords + sayCardinal(value(last)) : rest
    return `${word}${gap}${sayBehind(word, number)}${end}`
  }
  if (/^[a-z]/.test(first) || !/^\p{Lu}/u.test(word)) return null
  const isKing = kings.has(name)
  const isQueen = queens.has(name)
  // Juan Pablo II, Víctor Manuel III: the last of the two names is known.
  if ((isKing || isQueen) && number < 40) {
    if (/^[LC]$/.test(first)) return null
    if (first.length === 1) {
      const next = /^\.?\s(\p{Lu}[\p{L}’']*)/u.exec(text.slice(index + all.length))
      if (next?.[0].startsWith('.') && !isStarter(next[1] ?? '')) return null
    }
    const ending = isQueen ? 'a' : 'o'
    const end =
      isJoined && /^ [yeoua]/.test(link) && last.length > 1
        ? linkWords + sayRank(value(last), ending)
        : rest
    return word + gap + sayRank(number, ending) + end
  }
  // « Ayer VI » in capitals is a verb.
  if (first === 'VI' || first.length < 2 || number > 39 || isStarter(word)) return null
  return word + gap + sayCardinal(number) + rest
}
