// Commands about the queue of books; each answers with the whole of it.
import { z } from 'zod'
import { none } from './command-shapes.ts'
import { Queue } from './queue.ts'

const ofProjects = z.object({ projectIds: z.array(z.string()).min(1).max(10_000) })

export const queueCommands = {
  'queue.read': { args: none, reply: Queue },
  /**
   * At the end, in this order; one that is there keeps its place, and one that had ended has another turn.
   * `mayCost`: a person has agreed to what it costs; else a book whose voice costs money is held.
   */
  'queue.add': { args: ofProjects.extend({ mayCost: z.boolean().optional() }), reply: Queue },
  /** A narration that the queue has begun ends; what it has spoken is kept. */
  'queue.remove': { args: ofProjects, reply: Queue },
  /** So many places on, or back where it is below zero; as far as there are. */
  'queue.move': {
    args: z.object({ projectId: z.string(), places: z.number().int() }),
    reply: Queue,
  },
  /** Nothing of it is spoken until it goes on. */
  'queue.pause': { args: none, reply: Queue },
  /** Goes on; with a project, that one has another turn, whatever it waited for or ended with. */
  'queue.resume': { args: z.object({ projectId: z.string().optional() }), reply: Queue },
  /** Whether books are exported, once narrated, into the folder for copies, as they were exported last. */
  'queue.export': { args: z.object({ exports: z.boolean() }), reply: Queue },
} as const
