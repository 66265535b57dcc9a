// Narration as words and signs, each with its place.
import type { CastWords } from './cast-words.ts'

export type Token = {
  text: string
  lower: string
  from: number
  to: number
  isWord: boolean
  isCapital: boolean
  /** It had the ending of an owner, which `text` is without: `Anna’s`. */
  owns: boolean
  /** A sentence begins with it. */
  isFirst: boolean
}

const pattern = /\p{L}[\p{L}\p{M}\p{N}]*(?:['’‑-](?=\p{L})[\p{L}\p{M}\p{N}]+)*|\p{N}+|[^\s]/gu
const frenchElision = /^(?:l|d|j|m|s|t|n|c|qu)['’](?=\p{L})/iu
const hyphenPronoun = /-(?:t-)?(?:ils?|elles?|je|on)$/iu
const contraction = /['’](?:s|d|ll|ve|re|m)$/iu

/** The tokens of `text.slice(from, to)`, placed in `text`. */
export function tokenise(text: string, from: number, to: number, words: CastWords): Token[] {
  const tokens: Token[] = []
  let isFirst = true
  for (const { 0: found, index } of text.slice(from, to).matchAll(pattern)) {
    const isWord = /^\p{L}/u.test(found)
    for (const [part, offset] of isWord ? partsOf(found, words) : [[found, 0] as const]) {
      const ending = isWord && !words.insideTags ? (contraction.exec(part)?.[0] ?? '') : ''
      const word = ending === '' ? part : part.slice(0, -ending.length)
      tokens.push({
        text: word,
        lower: word.toLowerCase().replaceAll('’', "'"),
        from: from + index + offset,
        to: from + index + offset + part.length,
        isWord,
        isCapital: /^\p{Lu}/u.test(word),
        owns: /^['’]s$/i.test(ending),
        isFirst: isWord && isFirst,
      })
      if (isWord) isFirst = false
    }
    if (endsSentence(found, tokens, words)) isFirst = true
  }
  return tokens
}

/** French glues articles before and pronouns behind. */
function partsOf(found: string, words: CastWords): (readonly [string, number])[] {
  if (!words.insideTags) return [[found, 0]]
  const head = frenchElision.exec(found)?.[0] ?? ''
  if (head !== '' && words.verbs.has(found.toLowerCase().replaceAll('’', "'"))) return [[found, 0]]
  const tail = hyphenPronoun.exec(found)?.[0] ?? ''
  const parts: (readonly [string, number])[] = []
  if (head !== '') parts.push([head.slice(0, -1), 0])
  parts.push([found.slice(head.length, found.length - tail.length), head.length])
  const pronoun = tail.replace(/^-(?:t-)?/i, '')
  if (tail !== '') parts.push([pronoun, found.length - pronoun.length])
  return parts
}

/** A full stop behind a title or an initial ends nothing. */
function endsSentence(sign: string, tokens: readonly Token[], words: CastWords): boolean {
  if (/[!?…]/.test(sign)) return true
  if (sign !== '.') return false
  const before = tokens.at(-2)
  return !(
    before?.isWord &&
    (Object.hasOwn(words.titles, before.lower) || /^\p{Lu}$/u.test(before.text)) &&
    before.text !== 'I'
  )
}

/** Tokens of each sentence. */
export function sentencesOf(tokens: readonly Token[]): Token[][] {
  const sentences: Token[][] = []
  for (const token of tokens) {
    if (token.isFirst || sentences.length === 0) {
      // Signs before the first word of all belong to it.
      const last = sentences.at(-1)
      if (last && !last.some(({ isWord }) => isWord)) last.push(token)
      else sentences.push([token])
    } else sentences.at(-1)?.push(token)
  }
  return sentences
}
