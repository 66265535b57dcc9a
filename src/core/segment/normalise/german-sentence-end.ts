// Where German sentences end.
import { createSentenceEnd } from './sentence-end.ts'

export const germanSentenceEnd = createSentenceEnd('de')
export const { stopAt } = germanSentenceEnd
