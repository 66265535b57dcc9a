// What is remembered of a book's people from chapter to chapter: their names, and nothing of the text.
import type { Gender } from './quotation.ts'

/** One way in which the text names somebody. Plain data, so that it can be kept. */
export type NameRecord = {
  name: string
  kind: 'name' | 'description' | 'narrator'
  /** In lower case, without its stop. */
  title: string | null
  /** What the title or the noun says; else the signs counted below decide. */
  gender: Gender | null
  /** How often a sentence that names them goes on with `he` or `she`. */
  he: number
  she: number
  mentions: number
  /** Of them, those outside of speech. */
  told: number
  /** How much speaks for its being the name of who tells the book. */
  narrates: number
  /** How many quotations were attributed to it. */
  quotations: number
  /** It has a title, speaks, or is spoken to: surely no place. */
  isPerson: boolean
}

/** Grows with the number of names, not with the book. */
export type CastState = { readonly names: readonly NameRecord[] }

/** At a book's beginning. */
export const noNames: CastState = { names: [] }

export const narratorName = 'I'

export type NameBook = Map<string, NameRecord>

/** Copies, so that the state handed in stays as it was. */
export const openNames = (state: CastState): NameBook =>
  new Map(state.names.map((record) => [record.name, { ...record }]))

type Named = Pick<NameRecord, 'name' | 'kind' | 'title' | 'gender'>

export function recordOf(book: NameBook, named: Named): NameRecord {
  const found = book.get(named.name)
  if (found) return found
  const counts = { he: 0, she: 0, mentions: 0, told: 0, narrates: 0, quotations: 0 }
  const record = { ...named, ...counts, isPerson: named.kind !== 'name' || named.title !== null }
  book.set(named.name, record)
  return record
}
