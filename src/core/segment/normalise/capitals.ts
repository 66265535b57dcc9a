// Words in capitals: which are said letter by letter (BBC), and which are plain words (THE END).
import type { Rewrite } from '../apply-rewrites.ts'
import { rewritesOf } from './rewrites-of.ts'
import { romanValue } from './roman.ts'

const capitals =
  /(?<![\p{L}\p{N}_.&'’])(?:\p{Lu}['’]?\p{Lu}+(?:['’]\p{Lu}+)*|\p{Lu}['’]\p{Lu}+)(?![\p{N}_&]|\.\p{L}|\p{L})/gu

export type CapitalWords = {
  /** Said letter by letter, also in a heading. */
  spelled: ReadonlySet<string>
  /** Acronyms that are read as words. */
  words: ReadonlySet<string>
  /** No vowel, and yet a sound: HMM. */
  sounds: ReadonlySet<string>
  /** Plain words of four letters and fewer, written in capitals for their weight. */
  plain: ReadonlySet<string>
  /** Plain words that mean something else in the middle of a sentence: US, IT. */
  ambiguous: ReadonlySet<string>
}

export function sayCapitals(text: string, known: CapitalWords): Rewrite[] {
  const found = [...text.matchAll(capitals)]
  if (found.length === 0) return []
  const loud = loudRuns(text, found, known)
  return rewritesOf(text, capitals, (match) => {
    const [word] = match
    const letters = word.replace(/['’]/g, '')
    if (known.spelled.has(word)) return [...word].join(' ')
    if (known.words.has(word)) return capitalised(word)
    if (loud.has(match.index)) {
      if (known.sounds.has(letters) || /[AEIOUYÀ-Ý]/.test(letters))
        return romanValue(word) !== null && !known.plain.has(word) ? null : capitalised(word)
      return romanValue(word) === null ? [...word].join(' ') : null
    }
    if (romanValue(word) !== null && !known.plain.has(word)) return null
    if (known.sounds.has(letters)) return inSentence(text, match.index, word, known)
    if (!/[AEIOUYÀ-Ý]/.test(letters))
      return letters.length <= 5 && letters === word ? [...word].join(' ') : null
    const isPlain = known.plain.has(letters) || /['’]/.test(word)
    if (
      isPlain &&
      (!known.ambiguous.has(word) || isFirst(text, match.index) || isMine(text, match.index))
    )
      return inSentence(text, match.index, word, known)
    return letters.length >= 5 ? inSentence(text, match.index, word, known) : null
  })
}

const isFirst = (text: string, index: number) =>
  /(?:^|[.!?…:]["”’“]?\s|["“„»«‘(])["“„»«‘(]*$/u.test(text.slice(Math.max(0, index - 4), index))

/** `I AM`: behind the person it is the verb. */
const isMine = (text: string, index: number) =>
  /(?:^|\P{L})I\s$/u.test(text.slice(Math.max(0, index - 3), index))

const capitalised = (word: string) =>
  word.replace(/\p{L}+/gu, (part, at: number) =>
    at > 0 && (at !== 2 || part.length < 3)
      ? part.toLowerCase()
      : (part[0] ?? '') + part.slice(1).toLowerCase(),
  )

/** Loud in the middle of a sentence: small letters, save a first word and what may be a name. */
function inSentence(text: string, index: number, word: string, known: CapitalWords): string {
  const letters = word.replace(/['’]/g, '')
  const isPlain = known.plain.has(letters) || known.sounds.has(letters)
  if (/^I['’]/.test(word)) return capitalised(word)
  return isFirst(text, index) || !isPlain ? capitalised(word) : word.toLowerCase()
}

/** Where each word of a run in capitals begins: two words or more, of which one is a plain one. */
function loudRuns(
  text: string,
  words: readonly RegExpExecArray[],
  known: CapitalWords,
): ReadonlySet<number> {
  const loud = new Set<number>()
  const isHeading = !/\p{Ll}/u.test(text)
  let run: RegExpExecArray[] = []
  const close = () => {
    const isLoud =
      (run.length > 1 || isHeading) &&
      run.some(
        ([word]) =>
          known.plain.has(word) ||
          (word.length > (isHeading ? 3 : 4) &&
            /[AEIOUYÀ-Ý]/.test(word) &&
            !known.spelled.has(word) &&
            !known.words.has(word)),
      )
    if (isLoud) for (const { index } of run) loud.add(index)
    run = []
  }
  for (const word of words) {
    const last = run.at(-1)
    // Single capitals, numbers and signs between them do not end a run: A STUDY IN SCARLET.
    if (last && /\p{Ll}/u.test(text.slice(last.index + last[0].length, word.index))) close()
    run.push(word)
  }
  close()
  return loud
}
