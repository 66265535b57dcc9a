// Words in capitals and initials in English: BBC, NASA, THE END, J. R. R. Tolkien, U.S.A.
import type { Rewrite } from '../apply-rewrites.ts'
import { plainWords, soundWords, spelledAcronyms, wordAcronyms } from './english-capitals-table.ts'
import { isStarter, stopAt } from './english-sentence-end.ts'
import { rewritesOf } from './rewrites-of.ts'
import { romanValue } from './roman.ts'

const dotted = /(?<![\p{L}\p{N}.])(?:\p{Lu}\.){2,}(?![\p{L}\p{N}])/gu
const glued = /(?<![\p{L}\p{N}.])(?:\p{Lu}\.){2,}(?=\p{Lu}\p{Ll})/gu
const initials =
  /(?<![\p{L}\p{N}.’'&-])\p{Lu}\.(?:\s\p{Lu}\.)*(?=(?:\s|-)\p{Lu})|(?<![\p{L}\p{N}.’'&-])\p{Lu}\.(?:\s\p{Lu}\.)+(?!\p{L})/gu
const capitals =
  /(?<![\p{L}\p{N}_.&'’])(?:\p{Lu}['’]?\p{Lu}+(?:['’]\p{Lu}+)*|\p{Lu}['’]\p{Lu}+)(?![\p{N}_&]|\.\p{L}|\p{L})/gu

export function sayInitials(text: string): Rewrite[] {
  const spell = (letters: string) => [...letters.replace(/[^\p{L}]/gu, '')].join(' ')
  return [
    ...rewritesOf(text, dotted, ({ 0: found, index }) => {
      const end = index + found.length
      // A name behind initials is no new sentence: J.R. Ewing.
      return spell(found) + stopAt(text, end)
    }),
    ...rewritesOf(text, glued, ([found]) => `${spell(found)} `),
    ...rewritesOf(text, initials, ({ 0: found, index }) => {
      const end = index + found.length
      const next = /^[\s-](\p{Lu}[\p{L}’']*)/u.exec(text.slice(end, end + 30))?.[1] ?? ''
      const isSingle = found.length === 2
      if (isSingle) {
        // `So do I. The man`, `vitamin C. It`, `plan B. Susan`: perhaps an end. Left as it is.
        if (found === 'I.' || isStarter(next) || next.length === 0) return null
        if (
          /\b(?:plan|grade|vitamin|section|part|type|class|group|exhibit|appendix|team|block|flat|room|letter|point|hepatitis|company|and|or)\s$/i.test(
            text.slice(0, index),
          )
        )
          return null
      }
      return spell(found) + stopAt(text, end)
    }),
  ]
}

export function sayCapitals(text: string): Rewrite[] {
  const found = [...text.matchAll(capitals)]
  if (found.length === 0) return []
  const loud = loudRuns(text, found)
  return rewritesOf(text, capitals, (match) => {
    const [word] = match
    const letters = word.replace(/['’]/g, '')
    if (spelledAcronyms.has(word)) return [...word].join(' ')
    if (wordAcronyms.has(word)) return capitalised(word)
    if (loud.has(match.index)) {
      if (soundWords.has(letters) || /[AEIOUYÀ-Ý]/.test(letters))
        return romanValue(word) !== null && !plainWords.has(word) ? null : capitalised(word)
      return romanValue(word) === null ? [...word].join(' ') : null
    }
    if (romanValue(word) !== null && !/^(?:MIX|DIM|MILD|LIVID|CIVIL|VIVID|I)$/.test(word))
      return null
    if (soundWords.has(letters)) return inSentence(text, match.index, word)
    if (!/[AEIOUYÀ-Ý]/.test(letters))
      return letters.length <= 5 && letters === word ? [...word].join(' ') : null
    const isPlain = plainWords.has(letters) || /['’]/.test(word)
    if (isPlain && !isAmbiguous(word, text, match.index)) return inSentence(text, match.index, word)
    return letters.length >= 5 ? inSentence(text, match.index, word) : null
  })
}

/** `IT`, `AM` and the like mean something else in the middle of a sentence. */
const isAmbiguous = (word: string, text: string, index: number) =>
  /^(?:IT|AM|PM|US|WHO|AIDS)$/.test(word) && index > 0 && !/[.!?“"‘]\s?$/.test(text.slice(0, index))

const capitalised = (word: string) =>
  word.replace(/\p{L}+/gu, (part, at: number) =>
    at > 0 && (at !== 2 || part.length < 3)
      ? part.toLowerCase()
      : (part[0] ?? '') + part.slice(1).toLowerCase(),
  )

/** Loud in the middle of a sentence: small letters, save a first word and what may be a name. */
function inSentence(text: string, index: number, word: string): string {
  const isFirst = /(?:^|[.!?…:]["”’]?\s|[“"‘(])["“‘(]*$/u.test(
    text.slice(Math.max(0, index - 4), index),
  )
  const letters = word.replace(/['’]/g, '')
  const isKnown = plainWords.has(letters) || soundWords.has(letters)
  if (/^I['’]/.test(word)) return capitalised(word)
  return isFirst || !isKnown ? capitalised(word) : word.toLowerCase()
}

/** Where each word of a run in capitals begins: two words or more, of which one is a plain one. */
function loudRuns(text: string, words: readonly RegExpExecArray[]): ReadonlySet<number> {
  const loud = new Set<number>()
  const isHeading = !/\p{Ll}/u.test(text)
  let run: RegExpExecArray[] = []
  const close = () => {
    const isLoud =
      (run.length > 1 || isHeading) &&
      run.some(
        ([word]) =>
          plainWords.has(word) ||
          (word.length > (isHeading ? 3 : 4) &&
            /[AEIOUY]/.test(word) &&
            !spelledAcronyms.has(word) &&
            !wordAcronyms.has(word)),
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
