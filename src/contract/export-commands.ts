// Commands about what leaves Lectern: estimates, exports, their copies and their history.
import { z } from 'zod'
import { none, ofProject, started } from './command-shapes.ts'
import { Ticket } from './host.ts'
import { BookTags } from './book-tags.ts'
import { ExportEstimate } from './export-estimate.ts'
import { ExportWish } from './export-wish.ts'
import { PastExport } from './past-export.ts'

const ofJob = z.object({ jobId: z.string() })
const CopyFolder = z.object({ name: z.string().nullable() })

export const exportCommands = {
  'export.start': {
    args: ExportWish.extend({
      projectId: z.string(),
      ticket: Ticket,
      /** Only these chapters; absent: the ticked ones. */
      chapterIds: z.array(z.string()).min(1).optional(),
      /** A JPEG or PNG in place of the book's cover, in this export alone. */
      cover: Ticket.optional(),
      /** What is finished is copied there as well: to the folder that is remembered, or to a ticket's. */
      copyTo: z.union([z.literal('remembered'), Ticket]).optional(),
    }),
    reply: started,
  },
  /**
   * Mends what a folder for ACX did not pass, as one change of the book, and exports it again: to where it
   * was, or to the ticket's place. Fails with `not-found` where nothing is known to be mended.
   */
  'export.mend': {
    args: z.object({ jobId: z.string(), ticket: Ticket.optional() }),
    reply: started,
  },
  /** What it would come to, from what is counted already: nothing is planned or encoded. */
  'export.estimate': {
    args: ExportWish.extend({
      projectId: z.string(),
      chapterIds: z.array(z.string()).min(1).optional(),
    }),
    reply: ExportEstimate,
  },
  /** What an export says of the book where nothing else is wished. */
  'export.tags': { args: ofProject, reply: BookTags },
  /** What was exported of the book, over restarts too, the last first. */
  'export.history': { args: ofProject, reply: z.object({ exports: z.array(PastExport) }) },
  /** A ticket for `host.reveal`. Fails with `file-missing` where it is gone by now. */
  'export.find': {
    args: z.object({ projectId: z.string(), exportId: z.string() }),
    reply: z.object({ ticket: Ticket }),
  },
  /** Copies a finished export again whose copy is missing. Fails with `not-found` where none is known. */
  'export.copyAgain': { args: ofJob, reply: started },
  /** The name of the folder that finished files are copied to; null: none is chosen. */
  'export.copyFolder': { args: none, reply: CopyFolder },
  /** Remembered for every export to come; null gives it up. */
  'export.chooseCopyFolder': { args: z.object({ ticket: Ticket.nullable() }), reply: CopyFolder },
} as const
