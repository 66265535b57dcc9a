// Where Spanish sentences end.
import { createElidedSentenceEnd } from './elided-sentence-end.ts'

export const spanishSentenceEnd = createElidedSentenceEnd('es')
export const { stopAt, isStarter } = spanishSentenceEnd
