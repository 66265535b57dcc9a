// What was exported of a book before, as it is remembered over restarts.
import { z } from 'zod'
import { EncodingWish, ExportFormat } from './export-wish.ts'

export const PastExport = z.object({
  id: z.string(),
  /** Of its file or its folder. */
  name: z.string(),
  format: ExportFormat,
  /** Milliseconds since the epoch. */
  finishedAt: z.number(),
  /** Of all its files. */
  bytes: z.number(),
  durationSeconds: z.number(),
  files: z.number().int(),
  /** Whether it is where it was written; `fetched` by a browser, it is wherever that has put it. */
  place: z.enum(['there', 'gone', 'fetched']),
})
export type PastExport = z.infer<typeof PastExport>

/** As it is written down; whether it is there is found out when it is asked for. */
const RememberedExport = PastExport.omit({ place: true }).extend({
  /** Null for what a browser has fetched. */
  path: z.string().nullable(),
  /** The first ones were remembered without it. */
  wish: EncodingWish.optional(),
})
export type RememberedExport = z.infer<typeof RememberedExport>
/** Of one book, the last first. */
export const RememberedExports = z.array(RememberedExport)
