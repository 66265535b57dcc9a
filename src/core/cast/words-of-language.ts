// Which table of words a book's language has.
import { primaryOf } from '../../contract/index.ts'
import type { CastWords } from './cast-words.ts'
import { englishWords } from './english-words.ts'
import { frenchWords } from './french-words.ts'
import { germanWords } from './german-words.ts'
import { spanishWords } from './spanish-words.ts'

/** Of a BCP 47 tag; a language without a table is read by the English one, which finds its marks at least. */
export function wordsOfLanguage(language: string): CastWords {
  switch (primaryOf(language)) {
    case 'de':
      return germanWords
    case 'fr':
      return frenchWords
    case 'es':
      return spanishWords
    default:
      return englishWords
  }
}
