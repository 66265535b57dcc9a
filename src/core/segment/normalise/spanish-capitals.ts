// Initials and words in capitals in Spanish.
import type { Rewrite } from '../apply-rewrites.ts'
import { sayCapitals } from './capitals.ts'
import { sayInitials } from './initials.ts'
import { spanishCapitals } from './spanish-capitals-table.ts'
import { spanishSentenceEnd } from './spanish-sentence-end.ts'

const mayEnd =
  /(?<!\p{L})(?:plan|vitamina|grupo|clase|sección|parte|tipo|serie|punto|letra|sala|bloque|línea)\s$/iu

export const saySpanishInitials = (text: string): Rewrite[] =>
  sayInitials(text, spanishSentenceEnd, mayEnd)

export const saySpanishCapitals = (text: string): Rewrite[] => sayCapitals(text, spanishCapitals)
