// Text into sentences: Intl.Segmenter finds the candidates, this decides which of them are true.
import { primaryOf } from '../../contract/index.ts'
import { sentenceWords, type SentenceWords } from './sentence-words.ts'

/** Cuts text into sentences; white space between stays at the end of the earlier one. */
export type SplitSentences = (text: string) => string[]

/** Makes the splitter of a language (BCP 47; one that is not known is read as English). */
export function createSentenceSplitter(language: string): SplitSentences {
  const known = canonicalLanguage(language)
  const segmenter = new Intl.Segmenter(known, { granularity: 'sentence' })
  const words = sentenceWords(known)
  const closesWithGuillemet = primaryOf(known) !== 'de'
  return (text) => {
    const ends = [
      ...new Set([
        ...[...segmenter.segment(text)].map(({ index, segment }) => index + segment.length),
        ...dialogueDashes(text),
      ]),
    ].sort((a, b) => a - b)
    const sentences: string[] = []
    let start = 0
    for (const candidate of ends) {
      const end = moveQuotes(text, start, candidate, closesWithGuillemet)
      if (end <= start) continue
      if (end < text.length && !isTrueEnd(text, start, end, words)) continue
      sentences.push(text.slice(start, end))
      start = end
    }
    if (start < text.length) sentences.push(text.slice(start))
    return sentences
  }
}

function canonicalLanguage(language: string): string {
  try {
    const [known] = Intl.getCanonicalLocales(language)
    return known === undefined || known.startsWith('und') ? 'en' : known
  } catch {
    return 'en'
  }
}

/** `— Oui. — Non.`: the next speaker begins at a dash before a capital, which Intl reads on over. */
function dialogueDashes(text: string): number[] {
  const pattern = /[.!?…]["'”’»]*\s+(?=[—–―]\s?[«"“¿¡]?\s?\p{Lu})/gu
  return [...text.matchAll(pattern)].map(({ index, 0: found }) => index + found.length)
}

/**
 * Closing quotes that Intl left at the beginning of the next sentence come back, opening ones that
 * it left at the end of this one go forward.
 */
function moveQuotes(text: string, start: number, end: number, guillemetCloses: boolean): number {
  const behind = text.slice(end, end + 12)
  const closing = guillemetCloses
    ? /^(?:[»”’›」』）】)\]]+)(?=[\s\p{P}]|$)\s*/u
    : /^(?:[«“‘‹)\]]+)(?=[\s\p{P}]|$)\s*/u
  const back = closing.exec(behind)
  if (back) return end + back[0].length
  const before = text.slice(Math.max(start, end - 4), end)
  const forward = /[「『（【(\[«“‘„¿¡]+$/u.exec(before)
  const isOpening = forward !== null && (guillemetCloses || !/[“‘«]/.test(forward[0]))
  return isOpening ? end - forward[0].length : end
}

/** Whether the sentence `[start, end)` really ends there; something follows. */
function isTrueEnd(text: string, start: number, end: number, words: SentenceWords): boolean {
  const after = text.slice(end, end + 64)
  // Nothing but white space or signs so far: what follows belongs to it.
  const left = text.slice(start, end).trimEnd()
  if (!/[\p{L}\p{N}]/u.test(left)) return /\n\s*$/.test(text.slice(start, end)) && left !== ''
  if (/^["'“”‘’«»„—–―(\[\s]*\p{Ll}/u.test(after)) return false
  if (!left.endsWith('.')) return true
  const token =
    /(?:^|[\s("'“”‘’«»„\[—–])([^\s("'“”‘’«»„\[—–]*)\.$/u.exec(left.slice(-40))?.[1] ?? ''
  const next = /^["'“”‘’«»„¿¡(\[\s]*([\p{L}\p{N}]+)/u.exec(after)?.[1] ?? ''
  const isWhole = left.length === token.length + 1
  return endsWithStop({ token, next, isWhole, isNumbered: startsWithNumber(after) }, words)
}

/** Digits or a Roman number; `I` before a word is the person: `He is no such chap. I know him.` */
function startsWithNumber(after: string): boolean {
  const bare = after.replace(/^["'“”‘’«»„¿¡([\s]+/u, '')
  if (/^I\s+(?!of\b)\p{Ll}/u.test(bare)) return false
  return /^(?:\p{N}|[IVXLC]+(?![\p{L}'’]))/u.test(bare)
}

type Stop = {
  /** The word before the stop. */
  token: string
  /** The word behind it. */
  next: string
  /** Whether the token is the whole sentence. */
  isWhole: boolean
  isNumbered: boolean
}

function endsWithStop({ token, next, isWhole, isNumbered }: Stop, words: SentenceWords): boolean {
  const word = token.toLowerCase()
  const isStarter = words.starters.has(next.toLowerCase())
  if (words.hard.has(word)) return false
  // `P. G. Wodehouse` is no page: one capital is an initial, below.
  if (words.beforeNumber.has(word) && !/^\p{Lu}$/u.test(token)) return !isNumbered
  if (words.mayEnd.has(word)) return isStarter
  // `1. The first`, `IV. A Scandal`: the number of what follows.
  if (isWhole && /^(?:\p{N}{1,4}|[ivxlc]+|\p{L})$/iu.test(token)) return false
  if (words.ordinals && /^(?:\d{1,2}|[IVXLC]+)$/.test(token))
    return isStarter || /^\p{N}/u.test(next)
  // An initial, alone or as the last of several: `J. H. Watson`, `U. S.`; and `So do I.`, which ends.
  if (/^(?:\p{Lu}\.)*\p{Lu}$/u.test(token)) return token === 'I' || isStarter
  if (/^(?:\p{L}\.)+\p{L}$/u.test(token)) return isStarter
  return true
}
