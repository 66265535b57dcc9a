// Opening and closing credits of a book: what they say, and which chapters they are.
import { primaryOf, type BookTags } from '../../contract/index.ts'
import { englishCredits, spokenCredits } from './spoken-credits.ts'

export const creditsParts = ['opening-credits', 'closing-credits'] as const
export type CreditsPart = (typeof creditsParts)[number]

const wordsOf = (language: string) => {
  const base = primaryOf(language)
  return Object.hasOwn(spokenCredits, base) ? spokenCredits[base] : undefined
}

const isOpening = (part: CreditsPart) => part === 'opening-credits'

/** ACX asks for the English ones, and takes others; nobody hears them. */
export function creditsTitle(part: CreditsPart, language: string): string {
  const words = wordsOf(language) ?? englishCredits
  return isOpening(part) ? words.opening : words.closing
}

/** Whether a chapter of this title is credits at all. */
export const isCredits = (title: string): boolean =>
  creditsParts.some((part) => isCreditsPart(part, title))

const patterns: Readonly<Record<CreditsPart, RegExp>> = {
  'opening-credits': /^(opening|intro(ductory)?) credits?$/i,
  'closing-credits': /^(closing|end) credits?$/i,
}

/** Whether a chapter of this title is it, in whatever language. */
export function isCreditsPart(part: CreditsPart, title: string): boolean {
  const written = title.trim()
  const isNamed = Object.keys(spokenCredits).some(
    (language) => creditsTitle(part, language).toLowerCase() === written.toLowerCase(),
  )
  return isNamed || patterns[part].test(written)
}

/** Of chapters made here by their ids, whatever they are called by now; of others by their titles. */
export const isCreditsOf = (part: CreditsPart, { id, title }: { id: string; title: string }) =>
  isMadeCredits(part, id) || isCreditsPart(part, title)

export const isMadeCredits = (part: CreditsPart, id: string): boolean => id.startsWith(`${part}-`)

/** A paragraph each. Of a language that is not known here title and authors alone, in no words but their own. */
export function creditsLines(part: CreditsPart, tags: BookTags): string[] {
  const { title, language, series, narrator, publisher, year } = tags
  const words = wordsOf(language)
  const authors = listOf(tags.authors.map((name) => name.trim()).filter(Boolean), language)
  if (!words) return sentences([title, authors])
  const [writtenBy, readBy] = [
    authors && words.writtenBy(authors),
    narrator && words.readBy(narrator),
  ]
  if (isOpening(part)) return sentences([title, series, writtenBy, readBy])
  const published = (publisher || year) && words.published({ publisher, year })
  return sentences([words.heard(title), writtenBy, readBy, published, words.end])
}

const listOf = (names: readonly string[], language: string): string => {
  const isKnown = Intl.ListFormat.supportedLocalesOf([primaryOf(language)]).length > 0
  if (!isKnown) return names.join(', ')
  return new Intl.ListFormat(primaryOf(language), { type: 'conjunction' }).format(names)
}

const sentences = (lines: readonly (string | undefined)[]): string[] =>
  lines.flatMap((line) => {
    const text = line?.trim().normalize('NFC') ?? ''
    if (text === '') return []
    return [/[.!?…。]["”»“’]?$/u.test(text) ? text : `${text}.`]
  })
