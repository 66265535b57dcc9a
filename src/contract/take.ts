// A take: one rendition of a segment, kept under what was asked.
import { z } from 'zod'

/** Hex SHA-256 of what was asked: spoken parts, model, voice, endpoint's stable id, rate, style. */
export const RecipeKey = z.string().regex(/^[0-9a-f]{64}$/)
export type RecipeKey = z.infer<typeof RecipeKey>

/** Recipe key, a dot, rendition number from 1; for a recording `sha256-` and the digest of its bytes. */
export const TakeId = z.string().regex(/^([0-9a-f]{64}\.[1-9][0-9]*|sha256-[0-9a-f]{64})$/)
export type TakeId = z.infer<typeof TakeId>

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
})
export type Analysis = z.infer<typeof Analysis>

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
})
export type Take = z.infer<typeof Take>
