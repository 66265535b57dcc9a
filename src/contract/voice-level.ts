// What is remembered of a voice's calibration passage.
import { z } from 'zod'

export const VoiceLevel = z.object({
  /** In LUFS; null where it made no sound. */
  loudness: z.number().nullable(),
  /** Peak of every 10 ms, 128 is full scale; empty where nobody knows any more. */
  peaks: z.array(z.number()).readonly(),
})
export type VoiceLevel = z.infer<typeof VoiceLevel>
