// Where English sentences end.
import { createSentenceEnd } from './sentence-end.ts'

export const englishSentenceEnd = createSentenceEnd('en')
export const { stopAt, isStarter } = englishSentenceEnd
