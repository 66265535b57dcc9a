// What a finished audiobook says of itself.
import { z } from 'zod'

export const BookTags = z.object({
  title: z.string().min(1).max(1000),
  authors: z.array(z.string().max(1000)).max(100),
  narrator: z.string().max(1000),
  /** BCP 47. */
  language: z.string().max(100),
  series: z.string().max(1000).optional(),
  /** Its place in the series, as people write it: `2`, `2.5`. */
  seriesPart: z.string().max(100).optional(),
  year: z
    .string()
    .regex(/^\d{4}$/)
    .optional(),
  description: z.string().max(20_000).optional(),
  publisher: z.string().max(1000).optional(),
})
export type BookTags = z.infer<typeof BookTags>
