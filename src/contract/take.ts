// A take: one rendition of a segment, kept under what was asked.
import { z } from 'zod'

/** Hex SHA-256 of what was asked: spoken parts, model, voice, endpoint's stable id, rate, style. */
export const RecipeKey = z.string().regex(/^[0-9a-f]{64}$/)
export type RecipeKey = z.infer<typeof RecipeKey>

/** Recipe key, a dot, rendition number from 1; for a recording `sha256-` and the digest of its bytes. */
export const TakeId = z.string().regex(/^([0-9a-f]{64}\.[1-9][0-9]*|sha256-[0-9a-f]{64})$/)
export type TakeId = z.infer<typeof TakeId>

/** What tells a take that went wrong, measured of its sound alone. Judged against text and voice. */
export const Signs = z.object({
  /** From first to last sound. */
  soundSeconds: z.number(),
  leadingSeconds: z.number(),
  trailingSeconds: z.number(),
  /** All silences of 0.1 s and more inside the sound, and the longest. */
  silentSeconds: z.number(),
  longestSilenceSeconds: z.number(),
  /** Level of the loud moments, dB of full scale. */
  loudDb: z.number(),
  /** Levels of the last 50 ms and the last 10 ms of sound, dB against `loudDb`: how it fades. */
  tailDb: z.number(),
  endDb: z.number(),
  /** Part (0 to 1) of the samples that lie in runs at the top or bottom. */
  clippedShare: z.number(),
  /** Mean of the samples, 1 is full scale. */
  offset: z.number(),
  /** Spectral flatness of the loud moments: near 0 for speech, above 0.5 for noise. */
  flatness: z.number(),
  /** How alike the sound is to itself (0 to 1) when moved by the lag. */
  repetition: z.number(),
  repetitionLagSeconds: z.number(),
  /** Median pitch; null where hardly anything is voiced. */
  pitchHz: z.number().nullable(),
  /** Centre of the mean spectrum of the loud moments. */
  centroidHz: z.number(),
})
export type Signs = z.infer<typeof Signs>

/** Measured once when a take is kept. A better meter raises `analysisVersion` and measures again. */
export const Analysis = z.object({
  /** ITU-R BS.1770-4 integrated loudness; null when too short or silent. */
  loudnessLufs: z.number().nullable(),
  rmsDb: z.number(),
  samplePeakDb: z.number(),
  truePeakDb: z.number(),
  /** First and one-past-last sample of sound at the native rate, by the trim threshold. */
  soundStart: z.number().int(),
  soundEnd: z.number().int(),
  /** Absent of takes made before there were signs. */
  signs: Signs.optional(),
})
export type Analysis = z.infer<typeof Analysis>

/** What can be wrong with a take. Its sentence stands in messages/english.ts. */
export const takeFlagCodes = [
  'empty', // nothing to be heard                                     params: –
  'truncated', // too short, and it ends in the middle of sound       params: seconds, expected
  'skipped', // too short: words are missing                          params: seconds, expected
  'runaway', // too long: something was added                         params: seconds, expected
  'repeated', // too long, and it says the same twice                 params: seconds, expected
  'silence', // dead air, longer than any pause that was asked for    params: seconds
  'clipped', // driven into full scale                                params: percent
  'noise', // noise, or a constant offset, instead of clean speech    params: flatness, offset
  'wrong-rate', // plays too fast or too slowly, in another pitch     params: percent
  'other-voice', // not the pitch or the colour this voice has        params: hertz, expected
  'cut-off', // ends in the middle of sound, else long enough         params: decibels
  'word-missing', // heard back: a word was not said                   params: word
  'word-added', // a word was said that is not there                  params: word
  'words-swapped', // words changed places                            params: words, heard
  'word-other', // another word was said                              params: word, heard
] as const
/** Those that a transcription server found. */
export const heardFlagCodes: readonly TakeFlagCode[] = [
  'word-missing',
  'word-added',
  'words-swapped',
  'word-other',
]
export const TakeFlagCode = z.enum(takeFlagCodes)
export type TakeFlagCode = z.infer<typeof TakeFlagCode>

/** One thing that is wrong with a take, found by its signs or by listening back. */
export const TakeFlag = z.object({
  code: TakeFlagCode,
  /** `bad`: worth asking again, never used without saying so · `flagged`: good enough to use, shown. */
  severity: z.enum(['bad', 'flagged']),
  params: z.record(z.string(), z.union([z.number(), z.string()])),
})
export type TakeFlag = z.infer<typeof TakeFlag>

/** A take as the desk shows it beside others of its segment. */
export const TakeView = z.object({
  id: TakeId,
  /** Empty for a recording. */
  voice: z.string(),
  durationSeconds: z.number(),
  /** 48 buckets of peak amplitude, 0 to 100, over the whole take. */
  peaks: z.array(z.number().int().min(0).max(100)),
  flags: z.array(TakeFlag),
  /** Whether it is the one that is heard. */
  isChosen: z.boolean(),
  /** Whether it says what is asked now, in the voice and at the pace that are asked for. */
  isCurrent: z.boolean(),
  isRecording: z.boolean(),
  note: z.string(),
})
export type TakeView = z.infer<typeof TakeView>

/** All that is known of a take except its sound. */
export const Take = z.object({
  id: TakeId,
  /** Absent for a recording. */
  recipeKey: RecipeKey.optional(),
  rendition: z.number().int().min(1),
  voice: z.string(),
  sampleRate: z.number().int(),
  /** Length at the native rate. */
  samples: z.number().int(),
  /** Hex SHA-256 of the decoded 16-bit little-endian mono samples: keys of sound are made from this. */
  audioDigest: z.string(),
  analysis: Analysis,
  /** What seemed to be wrong with it, until a person has heard and kept it. */
  flags: z.array(TakeFlag),
})
export type Take = z.infer<typeof Take>
