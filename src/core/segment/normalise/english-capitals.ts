// Initials and words in capitals in English.
import type { Rewrite } from '../apply-rewrites.ts'
import { sayCapitals } from './capitals.ts'
import { englishCapitals } from './english-capitals-table.ts'
import { englishSentenceEnd } from './english-sentence-end.ts'
import { sayInitials } from './initials.ts'

const mayEnd =
  /(?<!\p{L})(?:plan|grade|vitamin|section|part|type|class|group|exhibit|appendix|team|block|flat|room|letter|point|hepatitis|company|and|or)\s$/iu

export const sayEnglishInitials = (text: string): Rewrite[] =>
  sayInitials(text, englishSentenceEnd, mayEnd)

export const sayEnglishCapitals = (text: string): Rewrite[] => sayCapitals(text, englishCapitals)
