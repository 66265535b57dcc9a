// Jobs: what the studio is doing for a person, with progress they can read.
import { z } from 'zod'
import { Failure } from './failure.ts'
import { AcxReport } from './sound-check.ts'

export const JobKind = z.enum([
  'import',
  'speech',
  'export',
  'voice',
  'sound',
  'save',
  'script',
  'listening',
  'translation',
  'write',
])
export type JobKind = z.infer<typeof JobKind>

/** `paused` waits for a person; the last three are final. */
export const JobState = z.enum(['running', 'paused', 'done', 'failed', 'cancelled'])
export type JobState = z.infer<typeof JobState>

/** What a job is about: which segments to speak. */
export const SpeechScope = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('ticked') }),
  z.object({ kind: z.literal('chapters'), chapterIds: z.array(z.string()).min(1) }),
  z.object({ kind: z.literal('segments'), segmentIds: z.array(z.string()).min(1) }),
  /** What has sound of an earlier text, voice or pace, and what was cut or joined and has none yet. */
  z.object({ kind: z.literal('stale') }),
])
export type SpeechScope = z.infer<typeof SpeechScope>

export const Cost = z.object({
  spent: z.number(),
  saved: z.number(),
  /** ISO 4217. */
  currency: z.string(),
})
export type Cost = z.infer<typeof Cost>

/** Of the read-along book beside an export. */
export const ReadAlongReport = z.object({
  /** Whose files it has: those of the EPUB that was imported, or some made from the text. */
  from: z.enum(['book', 'text']),
  /** Why not the EPUB's: it was imported before files were kept, or cannot be made one with sound. */
  reason: z.enum(['not-kept', 'not-possible']).optional(),
  /** Segments whose place was not found in it: they are heard while what is before them is lit. */
  unplaced: z.number().int(),
})
export type ReadAlongReport = z.infer<typeof ReadAlongReport>

export const Job = z.object({
  id: z.string(),
  kind: JobKind,
  state: JobState,
  /** Absent while an import has not found out which book it is. */
  projectId: z.string().optional(),
  /** The file's name for an import or an export; a translation's language. */
  name: z.string().optional(),
  /** What is happening now, as a code the catalogue words. */
  stage: z.enum([
    'reading',
    'segmenting',
    'speaking',
    'encoding',
    'writing',
    'downloading',
    'copying',
    'checking',
    'asking',
    'listening',
    'finished',
  ]),
  /** Bytes for an import and for a voice on its way; segments for speech; items for a script; sections for one that is written; groups for an export; seconds for a sound. */
  done: z.number(),
  total: z.number(),
  failed: z.number().int(),
  /** Of an import: how many were found so far. */
  chapters: z.number().int().optional(),
  /** Null until it can be told honestly. */
  etaSeconds: z.number().nullable(),
  startedAt: z.number(),
  /** It goes on by itself: what it waits for, and until when (milliseconds since the epoch). */
  waiting: z.object({ failure: Failure, until: z.number() }).optional(),
  /** Of a voice that costs money: what was spent, and what the cache has saved. */
  cost: Cost.optional(),
  /** Of a language model, as it counts them. */
  tokens: z.object({ in: z.number().int(), out: z.number().int() }).optional(),
  failure: Failure.optional(),
  /** A sound that was brought: its id in the library. */
  soundId: z.string().optional(),
  /** A translation: the edition that it has made, or brought up to date. */
  editionId: z.string().optional(),
  /** A finished export: what was written. */
  result: z
    .object({
      file: z.string(),
      bytes: z.number(),
      durationSeconds: z.number(),
      chapters: z.number().int(),
      /** How many, where it is more than one. */
      files: z.number().int().optional(),
      /** Segments that are not spoken yet and were left out. */
      missing: z.number().int().optional(),
      /** Of a folder for ACX: what each file measures, and what is missing. */
      acx: AcxReport.optional(),
      readAlong: ReadAlongReport.optional(),
      /** In which chapters those were, in order; `whole` ones were left out altogether. */
      gaps: z
        .array(z.object({ title: z.string(), missing: z.number().int(), whole: z.boolean() }))
        .optional(),
      /** Where it was copied to as well; with a failure where that copy is missing. */
      copy: z.object({ folder: z.string(), failure: Failure.optional() }).optional(),
      /** Where the browser can fetch it; absent where a folder can be shown instead. */
      downloadAddress: z.string().optional(),
      /** Ticket for `host.reveal`; absent in the browser. */
      revealTicket: z.string().optional(),
    })
    .optional(),
})
export type Job = z.infer<typeof Job>
