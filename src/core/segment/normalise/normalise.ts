// The words as they are spoken: numbers, short forms and signs written out, by the rules of a language.
import { primaryOf } from '../../../contract/index.ts'
import type { Rewrite } from '../apply-rewrites.ts'
import { english } from './english.ts'
import { french } from './french.ts'
import { german } from './german.ts'
import type { LanguageRules } from './language-rules.ts'
import { spanish } from './spanish.ts'

const languages: Readonly<Record<string, LanguageRules>> = {
  en: english,
  de: german,
  fr: french,
  es: spanish,
}

/**
 * What is said otherwise than it is written, in the order of the text, no two overlapping. `language`
 * is a BCP 47 tag; a language without rules is left alone, and so is whatever is not sure.
 */
export function normalise(text: string, language: string): Rewrite[] {
  const known = languages[primaryOf(language)]
  if (!known?.special.test(text)) return []
  const isTaken = new Uint8Array(text.length)
  const rewrites: Rewrite[] = []
  for (const rule of known.rules) {
    for (const rewrite of rule(text)) {
      if (isTaken.subarray(rewrite.from, rewrite.to).includes(1)) continue
      isTaken.fill(1, rewrite.from, rewrite.to)
      rewrites.push(rewrite)
    }
  }
  return rewrites.sort((a, b) => a.from - b.from)
}
