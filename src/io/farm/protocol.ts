// What studios and workers say to one another. Nothing in it is secret, and nothing of it is believed unread.
import { z } from 'zod'
import { Failure, Price, SpokenPart, Voice, VoiceKind, WorkerWish } from '../../contract/index.ts'
import { recipeVersion } from '../../core/speech/recipe.ts'

/** Those of two versions would misunderstand one another, or make other takes: they use other queues. */
export const farmProtocol = `v2r${recipeVersion}`

/** Jobs, announcements and messages are short; a list of voices is the longest. */
export const longestText = 4 * 1024 * 1024

/** One segment, or a part of it, to be spoken. */
export const SpeakJob = z.object({
  voice: Voice,
  spoken: z.array(SpokenPart).max(2000),
  rate: z.number().min(0.1).max(10),
  style: z.string().max(2000).optional(),
  /** Workers that must not take it: one holds it already, or answered badly. */
  not: z.array(z.string()).max(1000).optional(),
})
export type SpeakJob = z.infer<typeof SpeakJob>

/** Told on the channel `over`; with what failed and who has failed. */
export const OverMessage = z.object({
  jobId: z.string(),
  failure: Failure.optional(),
  worker: z.string().max(100).optional(),
})
export type OverMessage = z.infer<typeof OverMessage>

const endless = z.number().nullable()

/** What a worker says of a source of voices: all of one endpoint id. */
export const AnnouncedSource = z.object({
  provider: Voice.shape.provider,
  label: z.string().max(400),
  endpointId: z.string().max(2000),
  lanes: z.number().int().min(1).max(1000),
  capabilities: z.object({
    kind: VoiceKind,
    /** Null: no limit, which JSON has no number for. */
    maxCharacters: endless,
    pauses: z.boolean(),
    deterministic: z.boolean(),
    normalizesText: z.boolean(),
    ipa: z.boolean(),
    styles: z.boolean(),
    speaksAnyLanguage: z.boolean(),
    price: Price.nullable(),
  }),
  voices: z.array(Voice).max(10_000),
})
export type AnnouncedSource = z.infer<typeof AnnouncedSource>

/** What a worker says of itself every other second. */
export const AnnouncedWorker = z.object({
  id: z.string().regex(/^[a-z0-9-]{4,80}$/),
  name: z.string().max(200),
  version: z.string().max(100),
  protocol: z.string().max(100),
  wish: WorkerWish,
  lanes: z.number().int().min(0),
  busy: z.number().int().min(0),
  spoken: z.number().int().min(0),
  failed: z.number().int().min(0),
  spokenPerMinute: z.number().min(0),
  /** Changes whenever its sources do. */
  sources: z.string().max(100),
})
export type AnnouncedWorker = z.infer<typeof AnnouncedWorker>

/** Null for what is none of it. */
export function understood<T>(shape: z.ZodType<T>, text: string | null | undefined): T | null {
  if (typeof text !== 'string' || text.length > longestText) return null
  try {
    return shape.safeParse(JSON.parse(text)).data ?? null
  } catch {
    return null
  }
}
