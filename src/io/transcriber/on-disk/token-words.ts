// Tokens with their times, as an engine answers, into words with theirs.
import { unspacedLetter } from '../../../core/base/unspaced-letter.ts'
import type { TimedWord } from '../../../core/ports/transcribers.ts'

export type Recognised = {
  text: string
  /** With the space before a word that begins. */
  tokens: readonly string[]
  /** Seconds in the piece, one a token; empty where the model does not say. */
  timestamps: readonly number[]
  durations: readonly number[]
}

/** A word lasts until the next one, and no longer than so where nothing follows. */
const longestWordSeconds = 1

/**
 * In seconds of the whole sound, of which the piece is `from` … `to`; null where the model does not say. Where no space
 * parts words each token is taken for one.
 */
export function wordsOf(
  { text, tokens, timestamps, durations }: Recognised,
  { from, to }: { from: number; to: number },
): TimedWord[] | null {
  if (text.trim() === '') return []
  if (tokens.length === 0 || timestamps.length !== tokens.length) return null
  const words: TimedWord[] = []
  for (const [index, token] of tokens.entries()) {
    const letters = token.replace(/^[\s▁]+/u, '')
    const isNew = letters !== token || unspacedLetter.test(token)
    const start = Math.min(to, from + (timestamps[index] as number))
    const last = words.at(-1)
    const lasts = durations[index]
    const end = Math.min(
      to,
      start + (lasts !== undefined && lasts > 0 ? lasts : longestWordSeconds),
    )
    if (last && !isNew && !unspacedLetter.test(last.word)) {
      last.word += letters
      last.end = end
    } else {
      if (last) last.end = Math.min(last.end, start)
      words.push({ word: letters, start, end })
    }
  }
  return words.filter(({ word }) => word !== '')
}
