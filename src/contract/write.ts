// A script that a language model writes from notes: what is asked for, what it needs, and what has come of it.
import { z } from 'zod'
import { LanguageTag } from './language-tag.ts'
import { longest } from './longest.ts'
import { ScriptEstimate } from './script.ts'

/** `podcast`: talk for listeners; `lesson`: somebody teaches; `story`: it is told; `talk`: a speech to an audience. */
export const scriptForms = ['podcast', 'lesson', 'story', 'talk'] as const
export const ScriptForm = z.enum(scriptForms)
export type ScriptForm = z.infer<typeof ScriptForm>

const mostSpeakers = 4

/** Where nobody has said who speaks. */
export const usualSpeakers: Readonly<Record<ScriptForm, readonly string[]>> = {
  podcast: ['Anna', 'Ben'],
  lesson: ['Anna', 'Ben'],
  story: ['Anna'],
  talk: ['Anna'],
}

/** As it stands before what somebody says: no colon, and nothing that is markup. */
export const SpeakerName = z
  .string()
  .trim()
  .min(1)
  .max(40)
  .regex(/^\p{L}[^:：()[\]{}<>*_#`|\p{C}]*$/u)

const areApart = (names: readonly string[]) =>
  new Set(names.map((name) => name.trim().toLowerCase())).size === names.length

export const WriteRequest = z.object({
  /** Of the book; empty: the notes' own. */
  title: z.string().max(longest.title),
  /** Plain text, with lines of `# Heading` where it has any. */
  notes: z
    .string()
    .max(longest.notes)
    .regex(/[\p{L}\p{N}]/u),
  form: ScriptForm,
  speakers: z.array(SpeakerName).min(1).max(mostSpeakers).refine(areApart),
  /** Of the script, whatever that of the notes is. */
  language: LanguageTag,
  /** Most that may be spent, in the price's currency. */
  budget: z.number().min(0).optional(),
})
export type WriteRequest = z.infer<typeof WriteRequest>

/** What writing would need; `known`: of the sections, written before. */
export const WriteEstimate = ScriptEstimate.omit({ items: true }).extend({
  /** Each is one call. */
  sections: z.number().int(),
})
export type WriteEstimate = z.infer<typeof WriteEstimate>

/** A section that is not as it was asked for. */
export const UnwrittenSection = z.object({
  /** Empty where it has none. */
  heading: z.string(),
  /** `refused` or `empty`: its notes are read out as they are; `cut`: the model stopped in the middle of it. */
  reason: z.enum(['refused', 'empty', 'cut']),
})
export type UnwrittenSection = z.infer<typeof UnwrittenSection>

export const WriteDraft = z.object({
  /** Grows by one with each `draft.grown`. */
  revision: z.number().int(),
  text: z.string(),
  /** So many of its first letters stay as they are: the rest is still being written. */
  settled: z.number().int(),
  unwritten: z.array(UnwrittenSection),
})
export type WriteDraft = z.infer<typeof WriteDraft>

/** What became of a draft: from `at` on it reads `text` now. */
export const DraftGrowth = WriteDraft.omit({ unwritten: true }).extend({
  jobId: z.string(),
  at: z.number().int(),
})
export type DraftGrowth = z.infer<typeof DraftGrowth>
