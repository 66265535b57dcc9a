// The command of opening and closing credits.
import { z } from 'zod'
import { BookTags } from './book-tags.ts'

/** What became of a chapter of credits; `kept`: it is a person's own, or says all of this already. */
const Made = z.enum(['added', 'renewed', 'kept'])

export const creditsCommands = {
  /**
   * Credits as the first and the last chapter, from what the book says of itself and from what is told here. Those
   * made before say it anew where nobody has changed them. One step for undo.
   */
  'project.addCredits': {
    args: z.object({
      projectId: z.string(),
      /** In place of what the book says of itself, and of its voice as the narrator. */
      tags: BookTags.partial().optional(),
    }),
    reply: z.object({
      opening: Made,
      closing: Made,
      revision: z.number().int(),
      /** Whether an export had to end, because its rows are elsewhere now. */
      ended: z.boolean(),
    }),
  },
} as const
