// What was asked for, as it is kept so that a crash does not lose it.
import { z } from 'zod'
import { ExportFormat } from './export-wish.ts'
import { EncodingWish, ExportWish } from './export-wish.ts'
import { SpeechScope } from './job.ts'

export const SpeechRequest = z.object({
  projectId: z.string(),
  scope: SpeechScope,
  /** A word: the format, as it was kept before. */
  encodeAhead: z
    .union([EncodingWish, z.literal('usual'), ExportFormat.transform((format) => ({ format }))])
    .optional(),
  budget: z.number().optional(),
})
export type SpeechRequest = z.infer<typeof SpeechRequest>

export const ExportRequest = ExportWish.extend({
  projectId: z.string(),
  chapterIds: z.array(z.string()).optional(),
  /** Absolute path of the file, or of the folder of several. */
  target: z.string(),
  /** Absolute path of the picture that replaces the book's cover. */
  cover: z.string().optional(),
  /** Absolute path of the folder that gets a copy. */
  copyTo: z.string().optional(),
})
export type ExportRequest = z.infer<typeof ExportRequest>
