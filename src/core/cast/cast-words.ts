// The words of a language by which speakers are found; the tables stand in files of their own.
import type { Gender } from './quotation.ts'

/** All words in lower case. */
export type CastWords = {
  /** Forms of verbs that only speech has. */
  verbs: ReadonlySet<string>
  /** Forms that also mean other doings: they count beside a comma or before a sign only. */
  softVerbs: ReadonlySet<string>
  /** They lead to a quotation and never follow one: `crying: “…”`. */
  participles: ReadonlySet<string>
  /** An unlisted word that looks like a verb, trusted between a comma's quotation and a name. */
  openVerb: RegExp | null
  /** Small words that belong to the verb: `went on`. */
  particles: ReadonlySet<string>
  /** Between subject and verb: `had said`, `then said`. */
  auxiliaries: ReadonlySet<string>
  adverbs: ReadonlySet<string>
  adverbEnding: RegExp | null
  /** They only look like adverbs: `elderly`. */
  notAdverbs: ReadonlySet<string>
  /** A name that ends with one is a place. */
  placeWords: ReadonlySet<string>
  /** Before the one who is spoken to. */
  toWhom: ReadonlySet<string>
  /** They describe nobody: `another voice`. */
  vagueNouns: ReadonlySet<string>
  pronouns: Readonly<Record<string, Gender | 'narrator' | 'group' | 'any'>>
  /** What tells the gender of the name before it: `herself`, `his`. */
  genderSigns: Readonly<Record<string, Gender>>
  articles: ReadonlySet<string>
  /** `my` and the like, by who owns. */
  possessives: Readonly<Record<string, 'narrator' | 'other'>>
  /** Before a name; null where women and men bear it. */
  titles: Readonly<Record<string, Gender | null>>
  /** Heads of descriptions: `the lady`. */
  nouns: Readonly<Record<Gender, ReadonlySet<string>>>
  /** Of these everybody has one: `my mother` is always the same, `my friend` is not. */
  kinNouns: ReadonlySet<string>
  /** Before a name without being part of it: `poor Anna`. */
  epithets: ReadonlySet<string>
  /** Written large and no name of a person. */
  notNames: ReadonlySet<string>
  /** Inside names: `de`, `van`. */
  nameLinks: ReadonlySet<string>
  conjunctions: ReadonlySet<string>
  prepositions: ReadonlySet<string>
  /** Whether a subject may be missing: `dijo`. */
  dropsSubject: boolean
  /** Whether all nouns are written large. */
  capitalNouns: boolean
  /** Whether `dit-il` stands inside the quotation marks. */
  insideTags: boolean
  /** Whether a dash at a paragraph's beginning opens speech. */
  dashOpens: boolean
}

/** Words of a table, one set. */
export const wordSet = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/))
