// Words in capitals and letters with stops, for a language that tells its acronyms from its words.
import type { Rewrite } from '../apply-rewrites.ts'
import { rewritesOf } from './rewrites-of.ts'
import { romanValue } from './roman.ts'
import { isStarter, stopBehind } from './sentence-stop.ts'

export type LoudWords = {
  language: string
  /** Said letter by letter: SNCF. */
  spelled: ReadonlySet<string>
  /** Acronyms said as words: OTAN. */
  acronyms: ReadonlySet<string>
  /** Sounds without a vowel: BRRR. */
  sounds: ReadonlySet<string>
  /** Short plain words: ROI. */
  plain: ReadonlySet<string>
  /** Words behind which a letter with a stop names one of a row: plan B. */
  rows: RegExp
}

const dotted = /(?<![\p{L}\p{N}.])(?:\p{Lu}\.-?){2,}(?![\p{L}\p{N}])/gu
const glued = /(?<![\p{L}\p{N}.])(?:\p{Lu}\.-?){2,}(?=\p{Lu}\p{Ll})/gu
const initials =
  /(?<![\p{L}\p{N}.&-])\p{Lu}[hr]?\.(?:[ -]?\p{Lu}[hr]?\.)*(?=[ -]?\p{Lu}\p{Ll}|\s(?:de|du|von|van|d['’])\s?\p{Lu})/gu
const capitals =
  /(?<![\p{L}\p{N}_.&])\p{Lu}{2,}(?:-\p{Lu}{2,})*(?![\p{N}_&]|\.\p{L}|\p{L}|['’]\p{Ll})/gu
const vowel = /[AEIOUYÀ-ÖØ-ÝŒÆ]/

const spell = (letters: string) => [...letters.replaceAll(/[^\p{L}]/gu, '')].join(' ')
const lowered = (word: string) =>
  word.replaceAll(/\p{L}+/gu, (part) => (part[0] ?? '') + part.slice(1).toLowerCase())

/** J. R. R. Tolkien, V. Hugo, U.R.S.S. */
export function sayInitials(text: string, { language, rows }: LoudWords): Rewrite[] {
  return [
    ...rewritesOf(text, dotted, ({ 0: found, index }) => {
      // « E. » « X. » hide a name; only two letters and more are an acronym.
      return spell(found) + stopBehind(text, index + found.length, language)
    }),
    ...rewritesOf(text, glued, ([found]) => `${spell(found)} `),
    ...rewritesOf(text, initials, ({ 0: found, index }) => {
      const behind = text.slice(index + found.length)
      const next = /^[\s-]?(?:de|du|von|van|d['’])?\s?(\p{Lu}[\p{L}’']*)/u.exec(behind)?.[1] ?? ''
      const before = text.slice(0, index)
      if (found.length === 2) {
        if (isStarter(next, language) || rows.test(before)) return null
        if (
          !/(?:^|[(«“"—–,;:]\s?|\p{Lu}\p{Ll}+\.?[ -]|(?:de|du|par|et|à|a|y|por|con|al|del|el|chez|avec|selon|le|pour|para|según|e|d['’]|l['’])\s?)$/u.test(
            before,
          )
        )
          return null
      }
      return spell(found) + (/^\p{Lu}/u.test(behind) ? ' ' : '')
    }),
  ]
}

export function sayCapitals(text: string, words: LoudWords): Rewrite[] {
  const found = [...text.matchAll(capitals)]
  if (found.length === 0) return []
  const loud = loudRuns(text, found, words)
  return rewritesOf(text, capitals, ({ 0: whole, index }) => {
    const parts = whole.split('-').map((word) => sayLoud(word, loud.has(index), words))
    // CD-ROM is said in two ways; what one part is not sure of stays whole.
    return parts.includes(null) ? null : parts.join('-')
  })
}

/** One word in capitals; null where it is not sure. */
function sayLoud(word: string, isLoud: boolean, words: LoudWords): string | null {
  if (words.spelled.has(word)) return spell(word)
  if (words.acronyms.has(word)) return lowered(word)
  const isPlain = words.plain.has(word)
  if (romanValue(word) !== null && !isPlain) return null
  if (words.sounds.has(word)) return lowered(word)
  if (!vowel.test(word)) return word.length <= 5 || isLoud ? spell(word) : null
  if (isLoud || isPlain || word.length >= 5) return lowered(word)
  return null
}

/** Where each word of a run in capitals begins: two words or more, of which one is a plain or long one. */
function loudRuns(
  text: string,
  found: readonly RegExpExecArray[],
  { plain, spelled, acronyms }: LoudWords,
): ReadonlySet<number> {
  const loud = new Set<number>()
  let run: RegExpExecArray[] = []
  const close = () => {
    const isLoud = run.some(
      ([word]) =>
        plain.has(word) ||
        (word.length > 4 && vowel.test(word) && !spelled.has(word) && !acronyms.has(word)),
    )
    if (run.length > 1 && isLoud) for (const { index } of run) loud.add(index)
    run = []
  }
  for (const word of found) {
    const last = run.at(-1)
    if (last && /\p{Ll}/u.test(text.slice(last.index + last[0].length, word.index))) close()
    run.push(word)
  }
  close()
  return loud
}
