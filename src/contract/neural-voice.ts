// Neural voices on this machine's disk, and those that can be fetched.
import { z } from 'zod'

/** How a model is built, which decides the files it needs. `piper` is a `vits` with phonemes. */
export const neuralFamilies = ['piper', 'vits', 'kokoro', 'kitten', 'matcha', 'supertonic'] as const
export const NeuralFamily = z.enum(neuralFamilies)
export type NeuralFamily = z.infer<typeof NeuralFamily>

/** A model that lies in the data folder. Each speaker of it is a voice, see `voice.ts`. */
export const NeuralVoice = z.object({
  /** Name of its folder; its voices are `neural:ID`, or `neural:ID#0`, `#1` … of several speakers. */
  id: z.string(),
  label: z.string(),
  family: NeuralFamily,
  /** BCP 47 tags, best first. */
  languages: z.array(z.string()),
  /** Names, by number; empty names where the model has none. */
  speakers: z.array(z.string()).min(1),
  sampleRate: z.number().int().positive(),
  /** On the disk. */
  bytes: z.number().int().nonnegative(),
  /** As its papers say; null where they do not. */
  licence: z.string().nullable(),
  /** Where it comes from, an address if possible. */
  source: z.string().nullable(),
  state: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('ready') }),
    /** It is listed and can be removed, but not spoken with. */
    z.object({ kind: z.literal('damaged'), reason: z.string() }),
  ]),
})
export type NeuralVoice = z.infer<typeof NeuralVoice>

/** A well-known voice that can be downloaded. */
export const NeuralOffer = z.object({
  id: z.string(),
  label: z.string(),
  family: NeuralFamily,
  languages: z.array(z.string()),
  licence: z.string(),
  /** Page that tells about it. */
  source: z.string(),
  /** About that much is fetched. */
  bytes: z.number().int().positive(),
})
export type NeuralOffer = z.infer<typeof NeuralOffer>

/** How far adding or downloading a voice is. */
export const NeuralProgress = z.object({
  stage: z.enum(['downloading', 'copying', 'checking']),
  doneBytes: z.number().int().nonnegative(),
  totalBytes: z.number().int().nonnegative(),
})
export type NeuralProgress = z.infer<typeof NeuralProgress>
