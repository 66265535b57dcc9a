// Words in capitals and initials in Spanish: DNI, OTAN, EL FIN, B. Pérez, U.R.S.S.
import type { LoudWords } from './loud-words.ts'
import { plainWords, soundWords, spelledAcronyms, wordAcronyms } from './spanish-capitals-table.ts'

export const loudWords: LoudWords = {
  language: 'es',
  spelled: spelledAcronyms,
  acronyms: wordAcronyms,
  sounds: soundWords,
  plain: plainWords,
  rows: /\b(?:plan|vitamina|grupo|clase|sección|parte|tipo|serie|punto|letra|sala|bloque|línea)\s$/i,
}
