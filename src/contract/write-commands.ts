// Commands of writing: notes from a document, what a script of them needs, its writing, and how far it has come.
import { z } from 'zod'
import { started } from './command-shapes.ts'
import { Ticket } from './host.ts'
import { WriteDraft, WriteEstimate, WriteRequest } from './write.ts'

export const writeCommands = {
  /** The text of a document that a book could be; nothing is kept. Fails as reading it does, and with `notes-too-long`. */
  'write.read': {
    args: z.object({ ticket: Ticket }),
    /** `language`: BCP 47, or `und`. */
    reply: z.object({ title: z.string(), language: z.string(), notes: z.string() }),
  },
  /** Sends nothing. */
  'write.estimate': { args: WriteRequest.omit({ budget: true }), reply: WriteEstimate },
  /**
   * Has the script written, section by section, and adds it to the library: the job's projectId is set then. Fails
   * with `no-language-model`.
   */
  'write.start': { args: WriteRequest, reply: started },
  /** What a writing has come to so far; kept for a while after its end. Fails with `not-found`. */
  'write.draft': { args: z.object({ jobId: z.string() }), reply: WriteDraft },
} as const
