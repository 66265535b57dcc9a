// An entry of the pronunciation dictionary while it is being written, and how entries are found again.
import { longest, type DictionaryEntry } from '../../../contract/index.ts'
import { textSearch } from './text-search.ts'

export const dictionaryPlaces = ['book', 'everywhere'] as const
export type DictionaryPlace = (typeof dictionaryPlaces)[number]

/** As it is written: empty where nothing is. */
export type EntryDraft = {
  /** Null: a new one. */
  id: string | null
  /** Where it is kept now; null: nowhere yet. */
  from: DictionaryPlace | null
  place: DictionaryPlace
  word: string
  say: string
  ipa: string
  isCaseSensitive: boolean
  isWholeWord: boolean
  /** Primary subtag; empty: every language. */
  language: string
}

export type EntryProblem = 'word' | 'say'

/** A new entry for a word; with its place on the page's line ends made plain. */
export const newDraft = (
  word: string,
  place: DictionaryPlace,
  change: Partial<EntryDraft> = {},
): EntryDraft => ({
  id: null,
  from: null,
  place,
  word: word.replace(/\s+/g, ' ').trim().slice(0, longest.word),
  say: '',
  ipa: '',
  isCaseSensitive: false,
  isWholeWord: true,
  language: '',
  ...change,
})

export const draftOf = (entry: DictionaryEntry, place: DictionaryPlace): EntryDraft => ({
  ...entry,
  from: place,
  place,
  ipa: entry.ipa ?? '',
  language: entry.language ?? '',
})

/** What must be mended before it can be kept. Phonemes alone suffice: other voices say the word itself. */
export function entryProblems({ word, say, ipa }: EntryDraft): EntryProblem[] {
  return [
    ...(word.trim() === '' ? (['word'] as const) : []),
    ...(say.trim() === '' && ipa.trim() === '' ? (['say'] as const) : []),
  ]
}

/** The entry that a draft without problems means. */
export function entryOf(draft: EntryDraft, newId: () => string): DictionaryEntry {
  const { word, say, ipa, isCaseSensitive, isWholeWord, language } = draft
  const phonemes = ipa.trim().replace(/^[/[](.*)[/\]]$/, '$1')
  return {
    id: draft.id ?? newId(),
    word: word.trim().slice(0, longest.word),
    say: (say.trim() || word.trim()).slice(0, longest.say),
    ...(phonemes !== '' && { ipa: phonemes.slice(0, longest.ipa) }),
    isCaseSensitive,
    isWholeWord,
    language: language || null,
  }
}

/** Entries whose word or saying has every word of the search, by their words. */
export function findEntries(
  entries: readonly DictionaryEntry[],
  search: string,
): DictionaryEntry[] {
  const fits = textSearch(search)
  return entries
    .filter(({ word, say, ipa = '' }) => fits(`${word} ${say} ${ipa}`))
    .toSorted((a, b) => a.word.localeCompare(b.word))
}

/** The word of a line that is likeliest said wrongly: a name within it, else its longest word. */
export function likelyWord(text: string): string {
  const found = text.match(/\p{L}[\p{L}\p{M}\p{N}’'-]*/gu) ?? []
  const isName = (word: string) => /^\p{Lu}/u.test(word) && word.length > 2
  const named = found.slice(1).find(isName)
  const longest = found.reduce((best, word) => (word.length > best.length ? word : best), '')
  return (named ?? longest).replace(/[’']s$/, '')
}
