// Whether the stop of a short form ends its sentence too, and must then be kept.
import { sentenceWords } from '../sentence-words.ts'

const next = /^["'“”‘’«»)\]]*\s+["'“‘«(\[¿¡—–-]*\s?(\p{Lu}[\p{L}’']*)/u

/** What stands behind a short form whose stop is at `end - 1`: a stop where the sentence is over. */
export function stopBehind(
  text: string,
  end: number,
  language: string,
  anyCapital = false,
): '.' | '' {
  const after = text.slice(end, end + 40)
  if (/^["'“”‘’«»)\]\s]*$/.test(after)) return '.'
  const word = next.exec(after)?.[1]
  if (word === undefined) return ''
  return anyCapital || isStarter(word, language) ? '.' : ''
}

/** Words that often begin a sentence. */
export const isStarter = (word: string, language: string): boolean =>
  sentenceWords(language).starters.has(word.toLowerCase().replace(/[’'].*$/, ''))
