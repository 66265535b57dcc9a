// What a finished audio file measures, and whether a shop takes it.
import { z } from 'zod'
import { ChapterGain, SoundSettings } from './sound.ts'

/** Everything is measured as decoded, whatever made the file. Levels are in dB of full scale, silence -120. */
export const SoundMeasure = z.object({
  /** As FFmpeg calls it: `mp3`, `aac`, `opus`, `flac`, `pcm_s16le`. */
  codec: z.string(),
  bytes: z.number().int(),
  /** In bit/s, of the sound alone: cover and tags do not count. */
  bitRate: z.number().int(),
  /** Whether every frame has the same rate; null for a codec that has no such thing. */
  isConstantRate: z.boolean().nullable(),
  /** In Hz. */
  sampleRate: z.number().int(),
  channels: z.number().int(),
  durationSeconds: z.number(),
  /** Integrated, BS.1770-4; null for what is too short or too quiet to have one. */
  loudnessLufs: z.number().nullable(),
  rmsDb: z.number(),
  samplePeakDb: z.number(),
  truePeakDb: z.number(),
  /** The noise floor: RMS of the quietest half second, wherever it lies. */
  floorDb: z.number(),
  /** Silence before the first sound and after the last one; room tone is silence. */
  headSeconds: z.number(),
  tailSeconds: z.number(),
  /** Chapter marks; null where nobody can tell. */
  chapters: z.number().int().nullable(),
  /** Packets that could not be decoded. */
  damaged: z.number().int(),
})
export type SoundMeasure = z.infer<typeof SoundMeasure>

export const acxRuleNames = [
  'format', // MP3
  'bit-rate',
  'constant-rate',
  'sample-rate',
  'channels',
  'rms',
  'peak',
  'floor',
  'length',
  'head',
  'tail',
] as const
export const AcxRuleName = z.enum(acxRuleNames)
export type AcxRuleName = z.infer<typeof AcxRuleName>

/** What mends a rule that a chapter of a book does not meet. */
export const AcxRemedy = z.discriminatedUnion('kind', [
  /** The chapter's own gain, in dB. */
  z.object({ kind: z.literal('gain'), gainDb: z.number() }),
  /** Values of the book's sound. */
  z.object({ kind: z.literal('sound') }),
  /** Nothing that Lectern could do without changing what is said. */
  z.object({ kind: z.literal('none') }),
])
export type AcxRemedy = z.infer<typeof AcxRemedy>

/** One rule of the shop: what was measured, within what it must lie. The sentence is the catalogue's. */
export const AcxFinding = z.object({
  rule: AcxRuleName,
  passed: z.boolean(),
  /** In the rule's own unit: dB, Hz, bit/s, seconds, channels; a word for the format. */
  measured: z.union([z.number(), z.string()]),
  /** Absent where there is no such limit. */
  min: z.number().optional(),
  max: z.number().optional(),
  /** Of a rule that is not met; absent of a file that may be of any book. */
  remedy: AcxRemedy.optional(),
})
export type AcxFinding = z.infer<typeof AcxFinding>

/** A file with its measures, and what ACX would say of it. */
export const SoundCheck = z.object({
  name: z.string(),
  measure: SoundMeasure,
  /** Whether every rule passed. */
  passed: z.boolean(),
  findings: z.array(AcxFinding),
})
export type SoundCheck = z.infer<typeof SoundCheck>

/** What a folder for ACX should hold beside its chapters. */
export const AcxPart = z.enum([
  'opening-credits',
  'closing-credits',
  'retail-sample',
  'cover',
  'square-cover',
])
export type AcxPart = z.infer<typeof AcxPart>

/** What an export is mended by, all in one step: the book's sound where it must be another, gains of chapters. */
export const AcxMending = z.object({
  sound: SoundSettings.optional(),
  gains: z.array(ChapterGain),
})
export type AcxMending = z.infer<typeof AcxMending>

/** The proof of a folder for ACX. */
export const AcxReport = z.object({
  /** Whether every file passed; what is missing beside them is another matter. */
  passed: z.boolean(),
  /** With the chapter that each was made of, or cut from. */
  files: z.array(SoundCheck.extend({ chapterId: z.string().optional() })),
  missing: z.array(AcxPart),
  /** Absent where there is nothing that Lectern could mend. */
  mending: AcxMending.optional(),
})
export type AcxReport = z.infer<typeof AcxReport>
