// A book in another language: an edition of its own, whose rows know what they were translated from.
import { z } from 'zod'
import { LanguageTag } from './language-tag.ts'
import { longest } from './longest.ts'

/** How a word of the book is translated wherever it stands. */
export const GlossaryEntry = z.object({
  term: z.string().trim().min(1).max(longest.word),
  as: z.string().trim().min(1).max(longest.word),
})
export type GlossaryEntry = z.infer<typeof GlossaryEntry>

export const Glossary = z.array(GlossaryEntry).max(longest.terms)
export type Glossary = z.infer<typeof Glossary>

export const TranslationOf = z.object({
  projectId: z.string(),
  /** BCP 47, of the original. */
  language: z.string(),
  glossary: Glossary,
})
export type TranslationOf = z.infer<typeof TranslationOf>

export const TranslationRequest = z.object({
  /** The original. */
  projectId: z.string(),
  language: LanguageTag,
  glossary: Glossary,
  /** Most that may be spent, in the price's currency. */
  budget: z.number().min(0).optional(),
})
export type TranslationRequest = z.infer<typeof TranslationRequest>

/** A translation that a book has. */
export const TranslatedEdition = z.object({
  projectId: z.string(),
  title: z.string(),
  language: z.string(),
  glossary: Glossary,
})
export type TranslatedEdition = z.infer<typeof TranslatedEdition>
