// Voices and where they come from.
import { z } from 'zod'
import { Failure } from './failure.ts'

/** What kind of source speaks. `embedded` is a draft voice; the others are why people stay. */
export const voiceKinds = ['embedded', 'neural', 'system', 'server'] as const
export const VoiceKind = z.enum(voiceKinds)
export type VoiceKind = z.infer<typeof VoiceKind>

/** A source of voices: `espeak`, `flite`, `neural`, `system`, or the id of a person's server. */
export const ProviderName = z.string().regex(/^[a-z][a-z0-9-]{0,39}$/)
export type ProviderName = z.infer<typeof ProviderName>

/** `provider:name`, e.g. `espeak:gmw/en-US`. Unique over all providers. */
export const VoiceId = z.string().regex(/^[a-z][a-z0-9-]*:.+$/)
export type VoiceId = z.infer<typeof VoiceId>

export const Voice = z.object({
  id: VoiceId,
  provider: ProviderName,
  kind: VoiceKind,
  /** What the engine calls it, `gmw/en-US`; also accepted alone where it is unique. */
  name: z.string(),
  /** For people: `English (America)`. */
  label: z.string(),
  /** BCP 47 tags, best first; empty: not known. */
  languages: z.array(z.string()),
  gender: z.enum(['female', 'male', 'unknown']),
  /** Understood, but nobody stays for it; absent: as good as its kind. */
  draft: z.boolean().optional(),
})
export type Voice = z.infer<typeof Voice>

/** A source as the list of voices names it. */
export const VoiceSource = z.object({
  name: ProviderName,
  label: z.string(),
  kind: VoiceKind,
  /** Whether speaking costs money. */
  paid: z.boolean(),
  /** Age of the list, where it was not asked for just now because the source did not answer. */
  ageSeconds: z.number().nullable(),
  /** Why its voices are missing, or old; absent where all is well. */
  failure: Failure.optional(),
})
export type VoiceSource = z.infer<typeof VoiceSource>
