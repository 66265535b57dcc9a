// Initials and words in capitals in French.
import type { Rewrite } from '../apply-rewrites.ts'
import { sayCapitals } from './capitals.ts'
import { frenchCapitals } from './french-capitals-table.ts'
import { frenchSentenceEnd } from './french-sentence-end.ts'
import { sayInitials } from './initials.ts'
import { numberedThings } from './french-names.ts'

/** The I of « scène I. J. Racine » is a number and no initial; the same length, so that places stay. */
const numbered = new RegExp(
  String.raw`(?<=(?<!\p{L})(?:${Object.keys(numberedThings).join('|')})\s)[IVX](?=\.)`,
  'giu',
)

const mayEnd =
  /(?<!\p{L})(?:plan|vitamine|groupe|classe|section|partie|type|série|point|lettre|salle|bloc|film|ligne)\s$/iu

/** The same length, so that places stay: the two letters of J.-J. and both words of l’ADN are apart. */
const joined = /(?<=\p{Lu}\.)-(?=\p{Lu}\.)/gu
const elision = /(?<=(?<!\p{L})(?:[cdjlmnstCDJLMNST]|[Qq][Uu]))['’](?=\p{Lu}(?!\p{Ll}))/gu

export const sayFrenchInitials = (text: string): Rewrite[] =>
  sayInitials(text.replaceAll(joined, ' ').replaceAll(numbered, 'i'), frenchSentenceEnd, mayEnd)

export const sayFrenchCapitals = (text: string): Rewrite[] =>
  sayCapitals(text.replaceAll(elision, ' '), frenchCapitals)
