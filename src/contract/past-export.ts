// What was exported of a book before, as it is remembered over restarts.
import { z } from 'zod'
import { ExportFormat } from './export-wish.ts'

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
