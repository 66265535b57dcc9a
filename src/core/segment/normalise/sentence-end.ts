// Whether the stop of a short form ends its sentence too, and must then be kept.
import { sentenceWords } from '../sentence-words.ts'

const next = /^["'“”‘’»«)\]]*\s+["'“‘„»«(\[]*(\p{Lu}[\p{L}’']*)/u

export type SentenceEnd = {
  /**
   * What stands behind a short form whose stop is at `end - 1`: a stop where the sentence is over. That
   * is so before a word that often begins one, or before `anyCapital`.
   */
  stopAt(text: string, end: number, anyCapital?: boolean): '.' | ''
  isStarter(word: string): boolean
}

export function createSentenceEnd(language: string): SentenceEnd {
  const { starters } = sentenceWords(language)
  const isStarter = (word: string) => starters.has(word.toLowerCase())
  return {
    isStarter,
    stopAt(text, end, anyCapital = false) {
      const after = text.slice(end, end + 40)
      if (/^["'“”‘’»«)\]]*\s*$/.test(after) && text.length - end < 12) return '.'
      const word = next.exec(after)?.[1]
      if (word === undefined) return ''
      return anyCapital || isStarter(word) ? '.' : ''
    },
  }
}
