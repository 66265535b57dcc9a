// Where sentences end in languages that elide (L’homme) and open questions and speech with a sign.
import { createSentenceEnd, type SentenceEnd } from './sentence-end.ts'

/** The same length, so that places stay: the signs count as the spaces between words. */
const parted = (text: string) => text.replaceAll(/['’¿¡—–-]/g, ' ')

export function createElidedSentenceEnd(language: 'fr' | 'es'): SentenceEnd {
  const { stopAt, isStarter } = createSentenceEnd(language)
  return {
    stopAt: (text, end, anyCapital) => stopAt(parted(text), end, anyCapital),
    isStarter: (word) => isStarter(word.replace(/['’].*$/, '')),
  }
}
