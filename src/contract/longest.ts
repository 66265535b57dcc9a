// How long what a person writes may be: schemas refuse more, and fields do not take it, or say that it is too much.

/** Characters, in UTF-16 units. */
export const longest = {
  /** A row's text, and what is spoken for it. */
  text: 20_000,
  /** A title of a book or a chapter. */
  title: 300,
  /** A character's name. */
  name: 100,
  /** What a row is marked for, and what is said of a take. */
  note: 500,
  /** Of the dictionary: a word, what is said for it, and that in phonemes. */
  word: 200,
  say: 500,
  ipa: 200,
  /** How a line is delivered, in words. */
  phrase: 80,
  /** Words of a glossary. */
  terms: 1000,
  /** Notes that a script is written from: a small book of them. */
  notes: 400_000,
} as const
