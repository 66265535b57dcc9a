// Words in capitals and initials in French: SNCF, OTAN, LA FIN, V. Hugo, U.R.S.S.
import { plainWords, soundWords, spelledAcronyms, wordAcronyms } from './french-capitals-table.ts'
import type { LoudWords } from './loud-words.ts'

export const loudWords: LoudWords = {
  language: 'fr',
  spelled: spelledAcronyms,
  acronyms: wordAcronyms,
  sounds: soundWords,
  plain: plainWords,
  rows: /\b(?:plan|vitamine|groupe|classe|section|partie|type|série|point|lettre|salle|bloc|film|ligne)\s$/i,
}
