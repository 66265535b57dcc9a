// The words of the book itself: they tell what a hyphen at the end of a line, or a drop capital, has cut in two.
import { meetUnspaced } from '../unspaced-edges.ts'

export type Vocabulary = {
  /** Takes the words inside a line; the first and the last may be halves. */
  add(line: string): void
  has(word: string): boolean
}

/** More words are no book; those that come after are not needed to know the rest. */
const maxWords = 300_000

const word = /[\p{L}\p{M}\p{N}]+(?:[-’'][\p{L}\p{M}\p{N}]+)*/gu

export function createVocabulary(): Vocabulary {
  const words = new Set<string>()
  return {
    add(line) {
      if (words.size >= maxWords) return
      const found = line.match(word) ?? []
      for (const each of found.slice(1, -1)) words.add(each.toLowerCase())
    },
    has: (each) => words.has(each.toLowerCase()),
  }
}

const hyphenEnd = /([\p{L}\p{M}\p{N}’'-]*)([-\u00ad\u2010\u2011\ufffe])$/u
const lastWord = /[\p{L}\p{M}]+$/u
const firstWord = /^[\p{L}\p{M}]+(?:[’'][\p{L}\p{M}]+)*/u
const nearCharacters = 60
const closedDash = /\S[\u2012-\u2015]$/

/** How two lines are one: whether the hyphen goes, and what comes between them. */
export type LineJoin = { dropHyphen: boolean; between: '' | ' ' }

const closed: LineJoin = { dropHyphen: false, between: '' }

/** `cut`: the first line ends short by just a hyphen, which the file does not give as a letter. */
export function lineJoin(first: string, second: string, words: Vocabulary, cut = false): LineJoin {
  // What tells is a word; a line without a space may be as long as the file likes.
  const before = first.slice(-nearCharacters)
  const after = second.slice(0, nearCharacters)
  const hyphen = hyphenEnd.exec(before)
  if (hyphen) {
    const keeps = keepsHyphen(hyphen[1] ?? '', hyphen[2] ?? '', after, words)
    return { dropHyphen: !keeps, between: '' }
  }
  if (closedDash.test(before) || /^[\u2014\u2015]\S/.test(after)) return closed
  if (meetUnspaced(before, after)) return closed
  const last = lastWord.exec(before)?.[0] ?? ''
  const next = firstWord.exec(after)?.[0] ?? ''
  const isWord = words.has(last + next) || (!words.has(last) && !words.has(next))
  const isCut = cut && last !== '' && /^\p{Ll}/u.test(next) && isWord
  return isCut ? closed : { dropHyphen: false, between: ' ' }
}

/** Whether a hyphen at the end of a line belongs to the word: `dinner-` / `table`, `1914-` / `18`. */
function keepsHyphen(head: string, sign: string, after: string, words: Vocabulary): boolean {
  const first = firstWord.exec(after)?.[0] ?? ''
  const part = lastWord.exec(head)?.[0] ?? ''
  if (part === '' || first === '') return true
  if (sign === '\u00ad' || sign === '\ufffe') return false
  // A capital does not follow inside a word, and of several hyphens the last is one of them.
  if (/^\p{Lu}\p{Ll}/u.test(first) || head.includes('-')) return true
  if (words.has(part + first)) return false
  return (
    words.has(`${head}-${first}`) || (isLong(part) && isLong(first) && both(part, first, words))
  )
}

const isLong = (word: string): boolean => word.length > 2
const both = (a: string, b: string, words: Vocabulary): boolean => words.has(a) && words.has(b)

/** Settles what a drop capital begins: `O` and `nce` are one word, `I` and `was` are two. */
export function joinCapital(letter: string, rest: string, words: Vocabulary): string {
  const first = firstWord.exec(rest)?.[0] ?? ''
  const initial = /\p{Lu}$/u.exec(letter)?.[0] ?? ''
  const alone = /^[AIOÀÉÓYEUÔ]$/u.test(initial)
  const separate = alone && !words.has(initial + first) && words.has(first)
  return separate ? `${letter} ${rest}` : letter + rest
}
