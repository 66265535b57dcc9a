// English short forms by what stands around them: Dr. Price, James St., St. James, No. 5, etc.
import type { Rewrite } from '../apply-rewrites.ts'
import {
  anywhere,
  beforeNames,
  beforeNumbers,
  behindNames,
  titles,
} from './english-abbreviation-table.ts'
import { isStarter, stopAt } from './english-sentence-end.ts'
import { rewritesOf } from './rewrites-of.ts'

const oneOf = (words: ReadonlyMap<string, string>) =>
  [...words.keys()]
    .sort((a, b) => b.length - a.length)
    .map((word) => word.replaceAll('.', String.raw`\.`))
    .join('|')
const edge = String.raw`(?<![\p{L}\p{N}.&]|\p{L}['’])`
const name = String.raw`\s["“‘']?\p{Lu}`
const capitals = (words: ReadonlyMap<string, string>) =>
  new Map(
    [...words].flatMap(([written, said]) =>
      written.length > 1 ? [[written.toUpperCase(), said] as const] : [],
    ),
  )

// MR. DARCY and CAPT. NEMO, in a heading.
const withLoud = (words: ReadonlyMap<string, string>) => new Map([...capitals(words), ...words])
const allTitles = withLoud(titles)
// An MS. is a manuscript.
allTitles.delete('MS')
const allBeforeNames = withLoud(beforeNames)
const allBehindNames = withLoud(behindNames)
const allBeforeNumbers = withLoud(beforeNumbers)

const title = new RegExp(
  String.raw`${edge}(${oneOf(allTitles)})(\.|(?=\s\p{Lu}))(?![\p{L}\p{N}])`,
  'gu',
)
const named = new RegExp(String.raw`${edge}(${oneOf(allBeforeNames)})\.(?=${name})`, 'gu')
const naming = new RegExp(
  String.raw`(?<=\p{Lu}[\p{L}’'.]*,?\s|&\s|\band\s|\d(?:st|nd|rd|th)\s)(${oneOf(allBehindNames)})\.(?![\p{L}\p{N}])`,
  'gu',
)
const numbered = new RegExp(
  String.raw`${edge}(${oneOf(allBeforeNumbers)})\.(?=\s?[#$£]?(?:\d|[ivxlc]+(?![\p{L}’'])|[IVXLC]{2,}(?![\p{L}’'])|[VX](?![\p{L}’'.])))`,
  'gu',
)
const any = new RegExp(
  String.raw`(?<![\p{L}\p{N}.]|\p{L}['’])(${oneOf(anywhere)})\.(?![\p{L}\p{N}])`,
  'gu',
)
const saint = /(?<![\p{L}\p{N}.])(St|ST)(\.?)(?![\p{L}\p{N}])/gu
const versus = /(?<=\p{Lu}[\p{L}.’']*\s)v\.(?=\s(?:the\s)?\p{Lu})/gu
const eras =
  /(?<=\p{N}\s?)(?:(A|B)\.\s?(D|C)(?:\.|\b)|(B)\.?C\.?E\.?)(?![\p{L}\p{N}])|(?<![\p{L}\p{N}])A\.\s?D\.?(?=\s\p{N})/gu
const manuscript =
  /(?<=\b(?:[Tt]he|[Tt]his|[Tt]hat|[Hh]is|her|my|our|their|an|old|in|of)\s)MS(S?)(\.|(?=[\s,;:)]))(?![\p{L}\p{N}])/gu
const careOf = /(?<![\p{L}\p{N}])c\/o(?![\p{L}\p{N}])/gu

/** They stand within sentences more often than at their end: a name behind them proves nothing. */
const within = new Set(['e.g', 'e. g', 'i.e', 'i. e', 'viz', 'vs', 'cf', 'approx', 'q.v', 'N.B'])

export function sayAbbreviations(text: string): Rewrite[] {
  return [
    ...rewritesOf(text, title, ({ 1: word = '', 2: dot, index }) => {
      // `Ms` of a manuscript, `the Drs`: without a stop only before a name that is not all.
      if (dot === '' && index > 0 && /^[A-Z]+$/.test(word) && word.length > 3) return null
      return allTitles.get(word) ?? null
    }),
    ...rewritesOf(text, saint, saySaint),
    ...rewritesOf(text, named, ({ 0: found, 1: word = '', index }) => {
      // `the Rep. He`, `by the Gov. The`: a sentence that ends.
      return stopAt(text, index + found.length) === '' ? (allBeforeNames.get(word) ?? null) : null
    }),
    ...rewritesOf(text, naming, ({ 0: found, 1: word = '', index }) => {
      const said = allBehindNames.get(word)
      return said === undefined ? null : said + stopAt(text, index + found.length)
    }),
    ...rewritesOf(text, numbered, ({ 1: word = '', 0: found, index }) => {
      const said = allBeforeNumbers.get(word)
      if (said === undefined) return null
      // `see p.12`: the number stands apart when it is said.
      return /^\S/.test(text.slice(index + found.length)) ? `${said} ` : said
    }),
    ...rewritesOf(text, any, ({ 0: found, 1: word = '', index }) => {
      const said = anywhere.get(word)
      if (said === undefined) return null
      // `12 p.m.` is the time's business; `inst.` and `ult.` belong to a day.
      if (/^(?:inst|ult)$/.test(word) && !/\d(?:st|nd|rd|th)\s$/.test(text.slice(0, index)))
        return null
      const end = index + found.length
      return within.has(word) ? said : said + stopAt(text, end, true)
    }),
    ...rewritesOf(text, versus, () => 'versus'),
    ...rewritesOf(text, eras, ({ 0: found, index }) => {
      const end = found.endsWith('.') ? stopAt(text, index + found.length) : ''
      return [...found.replace(/[^A-Z]/g, '')].join(' ') + end
    }),
    ...rewritesOf(
      text,
      manuscript,
      ({ 0: found, 1: many, 2: dot, index }) =>
        `manuscript${many && 's'}${dot && stopAt(text, index + found.length)}`,
    ),
    ...rewritesOf(text, careOf, () => 'care of'),
  ]
}

/** Words that begin a sentence or lead to a place, and name no street. */
const noStreet =
  /(?:^|[.!?:;,—–"“‘(]|\b(?:In|At|To|From|Near|By|Of|On|For|And|But|The|With|Mount|Mt\.|Port|Fort|Lake|Sault|Was|Is|Old|New|East|West|North|South))\s*["“‘(]?$/

function saySaint(found: RegExpExecArray): string | null {
  const [all, , dot] = found
  const { index, input: text } = found
  const end = index + all.length
  const before = text.slice(Math.max(0, index - 30), index)
  const after = /^\s(["“‘']?)(\p{Lu}[\p{L}’']+)/u.exec(text.slice(end, end + 30))
  const isBehindName =
    /(?:(?:^|[^\p{L}])\p{Lu}[\p{L}’']+|\d(?:st|nd|rd|th)?)\s$/u.test(before) &&
    !noStreet.test(before)
  if (after && !isStarter(after[2] ?? '')) {
    // St. James, and Edna St. Vincent Millay; but not `Main St. Then`, which the starters have caught.
    return 'Saint'
  }
  if (!isBehindName) return null
  return `Street${dot === '.' ? stopAt(text, end) : ''}`
}
