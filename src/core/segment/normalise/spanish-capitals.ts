// Initials and words in capitals in Spanish.
import type { Rewrite } from '../apply-rewrites.ts'
import { sayCapitals } from './capitals.ts'
import { sayInitials } from './initials.ts'
import { numberedThings } from './spanish-names.ts'
import { spanishCapitals } from './spanish-capitals-table.ts'
import { spanishSentenceEnd } from './spanish-sentence-end.ts'

/** The I of « scène I. J. Racine » is a number and no initial; the same length, so that places stay. */
const numbered = new RegExp(
  String.raw`(?<=(?<!\p{L})(?:${Object.keys(numberedThings).join('|')})\s)[IVX](?=\.)`,
  'giu',
)

const mayEnd =
  /(?<!\p{L})(?:plan|vitamina|grupo|clase|sección|parte|tipo|serie|punto|letra|sala|bloque|línea)\s$/iu

export const saySpanishInitials = (text: string): Rewrite[] =>
  sayInitials(text.replaceAll(numbered, 'i'), spanishSentenceEnd, mayEnd)

export const saySpanishCapitals = (text: string): Rewrite[] => sayCapitals(text, spanishCapitals)
