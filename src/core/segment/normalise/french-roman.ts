// Roman numbers in French where their surroundings make them sure: Louis XIV, chapitre IV, XIXe siècle.
import type { Rewrite } from '../apply-rewrites.ts'
import { kings, numberedThings, queens } from './french-names.ts'
import { sayCardinal, sayOrdinal } from './french-numbers.ts'
import { rewritesOf } from './rewrites-of.ts'
import { withoutHead } from './without-head.ts'
import { romanValue } from './roman.ts'
import { isStarter } from './french-sentence-end.ts'

const space = String.raw`[ \u00a0\u202f]`
const behindWord = new RegExp(
  String.raw`(?<![\p{L}\p{N}])(\p{L}[\p{L}-]+)(${space})([IVXLC]+|[ivxlc]+)(?:(${space}(?:et|à|ou|&)${space}|,${space}|\s?[–-]\s?)([IVXLC]+|[ivxlc]+))?(?![\p{L}\p{N}ᵉ]|['’]\p{L}|-\p{L}|${space}?%)`,
  'gu',
)
const ordinal =
  /(?<![\p{L}\p{N}])([IVXLC]+)(ers|er|ᵉʳ|res|re|ères|ère|ièmes|ième|èmes|ème|es|ᵉˢ|e|ᵉ)(?![\p{L}\p{N}])/gu
const century = new RegExp(
  String.raw`(?<![\p{L}\p{N}])([ivx]+)(?:e|ᵉ|ème)(?=(?:${space}(?:et|ou|au|à)${space}(?:le${space}|du${space})?[ivx]+(?:e|ᵉ|ème))?${space}siècles?)|(?<![\p{L}\p{N}])([IVX]+)(?=${space}siècles?(?!\p{L}))|(?<=\b[ivx]+e (?:et|ou|au|à) (?:le )?)([ivx]+)e(?=${space}siècles?)`,
  'gu',
)
const shortCentury = new RegExp(
  String.raw`(?<![\p{L}\p{N}])([IVX]+)(?:e|ᵉ)${space}s\.(?=[ ,;)]|$)`,
  'gu',
)
const shortWord = new RegExp(
  String.raw`(?<![\p{L}\p{N}])(liv|chap|ch|t|vol|pl|fig|p|pp|sect|art|sc|ps)\.${space}?([IVXLC]+|[ivxlc]+)(?:\s?[–-]\s?([IVXLC]+|[ivxlc]+))?(?![\p{L}\p{N}’'])`,
  'gu',
)
const heading = /^([IVXL]+)(?=\.?$|\.\s|\s?[:—–]\s|\.?\s?[—–-]\s|\)\s)/gu
const shortWords: Readonly<Record<string, string>> = {
  liv: 'livre',
  chap: 'chapitre',
  ch: 'chapitre',
  t: 'tome',
  vol: 'volume',
  pl: 'planche',
  fig: 'figure',
  p: 'page',
  pp: 'pages',
  sect: 'section',
  art: 'article',
  sc: 'scène',
  ps: 'psaume',
}

const value = (roman: string) => romanValue(roman) ?? 0
const isShe = /^(?:res?|ères?)$/

export function sayRoman(text: string): Rewrite[] {
  return [
    ...rewritesOf(text, ordinal, ({ 1: roman = '', 2: ending = '', index }) => {
      const number = value(roman)
      // Ce, De, Le, Me and the like are words; so is Die.
      if (number === 0 || /^[LC]$/.test(roman) || (number > 60 && number < 1000)) return null
      // Only the first ends so (Vers and Mères are words), and only so.
      if ((number === 1) !== /^(?:ers?|ᵉʳ|res?|ères?)$/.test(ending)) return null
      const queen = /(\p{L}[\p{L}-]+)\s$/u.exec(text.slice(0, index))?.[1]?.toLowerCase() ?? ''
      const gender = isShe.test(ending) || queens.has(queen) ? 'feminine' : 'masculine'
      const many = /^(?:ers|res|ères|ièmes|èmes|es|ᵉˢ)$/.test(ending) ? 's' : ''
      return sayOrdinal(number, gender) + many
    }),
    ...rewritesOf(text, century, ([, small, large, other]) => {
      const number = value(small ?? large ?? other ?? '')
      return number > 0 && number < 30 ? sayOrdinal(number) : null
    }),
    ...rewritesOf(text, shortCentury, ([, roman = '']) =>
      value(roman) > 0 && value(roman) < 30 ? `${sayOrdinal(value(roman))} siècle` : null,
    ),
    ...rewritesOf(text, shortWord, ([, word = '', first = '', last]) => {
      if (value(first) === 0 || !/^[IVXivx]/.test(first)) return null
      const end = last === undefined ? '' : ` à ${sayCardinal(value(last))}`
      if (last !== undefined && value(last) <= value(first)) return null
      return `${shortWords[word] ?? word} ${sayBehind(shortWords[word] ?? word, value(first))}${end}`
    }),
    ...rewritesOf(text, behindWord, sayBehindWord).map((rewrite) => withoutHead(text, rewrite)),
    ...rewritesOf(text, heading, ([roman]) => {
      const number = value(roman)
      if (number === 0) return null
      const isAlone = /^[IVXL]+\.?$/.test(text)
      // V. Hugo is a name; V. — Le départ is a heading.
      if (roman.length === 1 && !isAlone && !/^.\.?\s?[—–:)-]/.test(text)) return null
      return roman === 'L' ? null : sayCardinal(number)
    }),
  ]
}

/** `chapitre I` is the first; from two on they are counted: chapitre quatre. */
const sayBehind = (word: string, number: number): string =>
  number === 1 ? (numberedThings[word.toLowerCase()] ?? 'un') : sayCardinal(number)

function sayBehindWord(found: RegExpExecArray): string | null {
  const { index, input: text } = found
  const [all, word = '', gap = '', roman = '', join, last = ''] = found
  const number = value(roman)
  const name = word.toLowerCase()
  const behind = text.slice(index + all.length)
  if (number === 0) return null
  const second = join === undefined ? null : value(last)
  const isJoined = second !== null && second > number
  const link = join === undefined ? '' : /\p{L}|,/u.test(join) ? join : ' à '
  if (name in numberedThings) {
    if (/^[ivxlc]/.test(roman) && (!/^[ivx]/.test(roman) || number > 60)) return null
    if (/^[LC]$/.test(roman) || (name === 'an' && /^[ivx]/.test(roman))) return null
    if (/^(?:guerre|apollo|vatican)$/.test(name) && roman.length < 2) return null
    // A letter of a row, `type X`, `scène V.`: X and V alone behind these may be letters.
    if (/^(?:lettre|type|niveau|phase|page)$/.test(name) && /^[vxVX]$/.test(roman)) return null
    // « il y a » and « tome x de la vie »: behind small letters of one sign only the number remains.
    const end = isJoined
      ? link + sayCardinal(second)
      : all.slice(word.length + gap.length + roman.length)
    return `${word}${gap}${sayBehind(word, number)}${end}`
  }
  if (/^[a-z]/.test(roman) || !/^\p{Lu}/u.test(word)) return null
  const tail =
    isJoined && /et|à|ou|&/.test(join ?? '') && last.length > 1
      ? link + sayCardinal(second)
      : all.slice(word.length + gap.length + roman.length)
  const isKing = kings.has(name)
  const isQueen = queens.has(name)
  if ((isKing || isQueen) && number < 40) {
    if (/^[LC]$/.test(roman)) return null
    // Charles V. Dupont has a middle name.
    if (roman.length === 1 && /^\.\s\p{Lu}/u.test(behind)) {
      const next = /^\.\s(\p{Lu}[\p{L}’']*)/u.exec(behind)?.[1] ?? ''
      if (!isStarter(next)) return null
    }
    if (number > 1) return word + gap + sayCardinal(number) + tail
    return word + gap + sayOrdinal(1, isQueen ? 'feminine' : 'masculine') + tail
  }
  // Rocky IV, Pioneer XI: two signs at least and no word that only begins the sentence.
  if (roman.length < 2 || number > 39 || isStarter(word)) return null
  return word + gap + sayCardinal(number) + tail
}
