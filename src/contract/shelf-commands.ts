// Commands about books as they stand in the library: what they say of themselves, copies, away and back.
import { z } from 'zod'
import { done, ofProject, started } from './command-shapes.ts'
import { Ticket } from './host.ts'
import { longest } from './longest.ts'

const Title = z.string().trim().min(1).max(longest.title)

export const shelfCommands = {
  /** Out of the library at once; see `project.restore`. What is done for it ends. */
  'project.remove': { args: ofProject, reply: done },
  /**
   * A removed book comes back with all it had. Fails with `not-found` where it is gone for good: that is at the
   * next start, or a day later.
   */
  'project.restore': { args: ofProject, reply: done },
  /** Away from the shelf, or back on it; nothing else of it is touched. */
  'project.archive': { args: ofProject.extend({ archived: z.boolean() }), reply: done },
  /** What exports say of it, too, where nothing else is wished. Undone like any change. */
  'project.describe': {
    args: ofProject.extend({
      title: Title,
      authors: z.array(z.string().trim().min(1).max(200)).max(50),
      /** A JPEG or PNG, or none at all; absent: as it is. */
      cover: z.union([z.literal('none'), Ticket]).optional(),
    }),
    /** For `project.undo`: whether it is still the last thing that was changed. */
    reply: z.object({ revision: z.number().int() }),
  },
  /** The whole book again under a title of its own, with its takes and without its history. */
  'project.duplicate': {
    args: ofProject.extend({ title: Title }),
    reply: z.object({ projectId: z.string() }),
  },
  /** Its document, its picture and the takes that it is heard with, as one file that opens elsewhere. */
  'project.save': { args: ofProject.extend({ ticket: Ticket }), reply: started },
} as const
