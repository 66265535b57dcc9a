// Voices and where they come from.
import { z } from 'zod'

/** Closed list; a provider is added here, in io/speech and in its conformance run. */
export const providerNames = ['espeak', 'flite', 'neural'] as const
export const ProviderName = z.enum(providerNames)
export type ProviderName = z.infer<typeof ProviderName>

/** `provider:name`, e.g. `espeak:gmw/en-US`. Unique over all providers. */
export const VoiceId = z.string().regex(/^[a-z]+:.+$/)
export type VoiceId = z.infer<typeof VoiceId>

export const Voice = z.object({
  id: VoiceId,
  provider: ProviderName,
  /** What the engine calls it, `gmw/en-US`; also accepted alone where it is unique. */
  name: z.string(),
  /** For people: `English (America)`. */
  label: z.string(),
  /** BCP 47 tags, best first. */
  languages: z.array(z.string()),
  gender: z.enum(['female', 'male', 'unknown']),
})
export type Voice = z.infer<typeof Voice>
