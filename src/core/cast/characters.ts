// The characters of a book, out of all the names its chapters used.
import { cleanId } from './clean-id.ts'
import type { CastState } from './cast-state.ts'
import { openNames } from './cast-state.ts'
import { mergeNames } from './merge-names.ts'
import type { Gender } from './quotation.ts'
import { wordsOfLanguage } from './words-of-language.ts'

export type NamedCharacter = {
  /** Made from the name: `mr-brook`; `narrator` for who tells the book. Equal states give equal ids. */
  id: string
  /** The form that the text uses most. */
  name: string
  /** All forms; every `speaker` of a quotation is among those of exactly one character. */
  names: string[]
  gender: Gender | null
  isNarrator: boolean
  /** How often the text names them. */
  mentions: number
  /** How many quotations are theirs. */
  quotations: number
}

/** Those who speak first, by number of quotations; then persons who are only named. */
export function charactersOf(state: CastState, language: string): NamedCharacter[] {
  const persons = new Set(mergeNames(openNames(state), wordsOfLanguage(language)).values())
  const taken = new Map<string, number>()
  return [...persons]
    .filter(({ isPerson, quotations, kind }) => quotations > 0 || (isPerson && kind === 'name'))
    .sort(
      (a, b) =>
        b.quotations - a.quotations || b.mentions - a.mentions || (a.name < b.name ? -1 : 1),
    )
    .map(({ name, names, gender, mentions, quotations, kind }) => {
      const isNarrator = kind === 'narrator'
      const id = cleanId(isNarrator ? 'narrator' : name)
      const count = (taken.get(id) ?? 0) + 1
      taken.set(id, count)
      const unique = count === 1 ? id : `${id}-${count}`
      return { id: unique, name, names, gender, isNarrator, mentions, quotations }
    })
}
