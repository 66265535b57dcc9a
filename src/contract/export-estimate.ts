// What an export would come to, before it is begun.
import { z } from 'zod'

/** What a person should know before choosing this; splitting the book helps against the first four. */
export const ExportWarning = z.enum([
  /** An MP4 with more chapters than Nero's list holds, which is the only one that some players read. */
  'chapters-beyond-nero',
  /** An MP3 whose chapters need a second level of its table, which some players do not read. */
  'chapters-nested',
  /** A file beyond 2 GB, then beyond 4 GB. */
  'beyond-2-gb',
  'beyond-4-gb',
  /** The book's cover is of a kind that players do not show: neither JPEG nor PNG. */
  'cover-left-out',
  /** More kilobits are wished for than the format holds at the book's sample rate. */
  'rate-lowered',
])
export type ExportWarning = z.infer<typeof ExportWarning>

/** Lengths with pauses, sizes with cover and tags, both as well as they can be known. */
export const ExportEstimate = z.object({
  chapters: z.number().int(),
  /** Of sound. */
  files: z.number().int(),
  seconds: z.number(),
  bytes: z.number(),
  /** At what constant rate it is encoded, in kbit/s; null where it varies, or where nothing is lost. */
  kilobits: z.number().nullable(),
  /** Segments that are not spoken yet, and their chapters that would be left out whole. */
  missing: z.number().int(),
  missingChapters: z.number().int(),
  warnings: z.array(ExportWarning),
})
export type ExportEstimate = z.infer<typeof ExportEstimate>
