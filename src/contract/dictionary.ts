// The pronunciation dictionary: how words are said, in one book or in all.
import { z } from 'zod'
import { longest } from './longest.ts'

/** No dictionary may have more entries. */
export const mostEntries = 10_000

export const DictionaryEntry = z.object({
  id: z.string().min(1).max(64),
  /** As it stands in the text, whose letters are composed. */
  word: z.string().normalize('NFC').trim().min(1).max(longest.word),
  /** What is said instead, in letters that any voice reads. */
  say: z.string().normalize('NFC').trim().min(1).max(longest.say),
  /** The same in the International Phonetic Alphabet, for voices that take it. */
  ipa: z.string().trim().min(1).max(longest.ipa).optional(),
  /** Only where large and small letters are these. */
  isCaseSensitive: z.boolean(),
  /** Not inside of longer words. */
  isWholeWord: z.boolean(),
  /** Only in books of this language (BCP 47, primary subtag); null: in all. */
  language: z
    .string()
    .regex(/^[a-z]{2,3}$/)
    .nullable(),
})
export type DictionaryEntry = z.infer<typeof DictionaryEntry>

export const Dictionary = z.array(DictionaryEntry).max(mostEntries)
export type Dictionary = z.infer<typeof Dictionary>

/** What was read takes the place of entries of the same word, so that reading it twice changes nothing. */
export function inPlaceOfKnown(
  known: readonly DictionaryEntry[],
  read: readonly DictionaryEntry[],
): DictionaryEntry[] {
  const nameOf = ({ word, isCaseSensitive, isWholeWord, language }: DictionaryEntry) =>
    JSON.stringify([
      isCaseSensitive ? word : word.toLowerCase(),
      isCaseSensitive,
      isWholeWord,
      language,
    ])
  const ids = new Map(known.map((entry) => [nameOf(entry), entry.id]))
  // Of two lines of one word the later one counts.
  const byName = new Map(read.map((entry) => [nameOf(entry), entry]))
  return [...byName].map(([name, entry]) => ({ ...entry, id: ids.get(name) ?? entry.id }))
}
