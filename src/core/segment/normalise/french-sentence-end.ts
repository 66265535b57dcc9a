// Where French sentences end.
import { createElidedSentenceEnd } from './elided-sentence-end.ts'

export const frenchSentenceEnd = createElidedSentenceEnd('fr')
export const { stopAt, isStarter } = frenchSentenceEnd
