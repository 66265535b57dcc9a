// Where a person was in a book: kept beside it, never in its document, and never undone.
import { z } from 'zod'

export const KeptPlace = z.object({
  /** The chosen row. */
  segmentId: z.string(),
  position: z.number().int().min(0),
  /** Which side panel was open; a name the face knows. */
  panel: z.string().max(40),
  /** How fast it was heard; 1 is as it was spoken. */
  rate: z.number().min(0.25).max(4),
})
export type KeptPlace = z.infer<typeof KeptPlace>
