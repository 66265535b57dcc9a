// Whether the stop of an English short form ends its sentence too, and must then be kept.
import { sentenceWords } from '../sentence-words.ts'

const { starters } = sentenceWords('en')
const next = /^["'“”‘’)\]]*\s+["'“‘(\[]*(\p{Lu}[\p{L}’']*)/u

/** What stands behind a short form whose stop is at `end - 1`: a stop where the sentence is over. */
export function stopAt(text: string, end: number, anyCapital = false): '.' | '' {
  const after = text.slice(end, end + 40)
  if (/^["'“”‘’»)\]]*\s*$/.test(after) && text.length - end < 12) return '.'
  const word = next.exec(after)?.[1]
  if (word === undefined) return ''
  return anyCapital || starters.has(word.toLowerCase()) ? '.' : ''
}

export const isStarter = (word: string): boolean => starters.has(word.toLowerCase())
