// The languages that have rules, each with its table of sentences and what its tests are made of.
import { englishCases, englishTraps } from './english-cases.ts'
import { frenchCases, frenchTraps } from './french-cases.ts'
import { germanCases, germanTraps } from './german-cases.ts'
import { spanishCases, spanishTraps } from './spanish-cases.ts'

export type LanguageTable = {
  name: string
  /** BCP 47 tag without and with a region. */
  tag: string
  regional: string
  cases: readonly (readonly [written: string, spoken: string])[]
  /** What looks as if it were to be said otherwise, and is not. */
  traps: readonly string[]
  /** So many sentences are in the table at least, traps among them. */
  least: number
  /** Signs and short forms, parted by spaces. */
  signs: string
}

const everySign = `1 3 12 1775 2,5 1,000 1.000 ½ 3/4 - – ' ’ " ” ( ) . , : ; § % € $ £ & @ # + = × ° I V X XIV www. .com / * ~ < >`
const englishAndGerman = `${everySign} Mr. St. No. BBC THE z. B. km m. ft. in. a.m. Uhr am den des der Mai May 3rd 19. Jahrhunderts`
const frenchAndSpanish = `${everySign} M. Mme St no SNCF LA Sr. D. n.º Ud. º ª km m. fr. h a. C. p. ej. siglo mayo mai 1er XIXe ¿ ¡ « »`

export const languageTables: readonly LanguageTable[] = [
  {
    name: 'English',
    tag: 'en',
    regional: 'en-GB',
    cases: englishCases,
    traps: englishTraps,
    least: 360,
    signs: englishAndGerman,
  },
  {
    name: 'German',
    tag: 'de',
    regional: 'de-AT',
    cases: germanCases,
    traps: germanTraps,
    least: 300,
    signs: englishAndGerman,
  },
  {
    name: 'French',
    tag: 'fr',
    regional: 'fr-FR',
    cases: frenchCases,
    traps: frenchTraps,
    least: 300,
    signs: frenchAndSpanish,
  },
  {
    name: 'Spanish',
    tag: 'es',
    regional: 'es-ES',
    cases: spanishCases,
    traps: spanishTraps,
    least: 300,
    signs: frenchAndSpanish,
  },
]
