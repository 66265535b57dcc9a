// Numbers as words; the only importer of the number library. What it lacks stands with each language.
import { toCardinal as germanCardinal, toOrdinal as germanOrdinal } from 'n2words/de-DE'
import { toCardinal as englishCardinal, toOrdinal as englishOrdinal } from 'n2words/en-US'
import { toCardinal as spanishCardinal, toOrdinal as spanishOrdinal } from 'n2words/es-ES'
import { toCardinal as frenchCardinal, toOrdinal as frenchOrdinal } from 'n2words/fr-FR'

export type NumberWords = {
  /** Whole numbers from 0 on, as digits without separators: `1775` → one thousand seven hundred … */
  cardinal(digits: string | number): string
  /** From 1 on. */
  ordinal(digits: string | number): string
}

export const numberWords: Readonly<Record<'en' | 'de' | 'fr' | 'es', NumberWords>> = {
  en: { cardinal: englishCardinal, ordinal: englishOrdinal },
  de: { cardinal: germanCardinal, ordinal: germanOrdinal },
  fr: { cardinal: frenchCardinal, ordinal: frenchOrdinal },
  es: { cardinal: spanishCardinal, ordinal: spanishOrdinal },
}
