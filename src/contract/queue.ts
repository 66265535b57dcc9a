// The queue: books that are narrated one after another, in an order that a person gives them.
import { z } from 'zod'
import { Failure } from './failure.ts'

export const QueueEntryState = z.enum([
  /** Its turn is still to come. */
  'waiting',
  'narrating',
  /** Narrated; its files are being written. */
  'exporting',
  /** It waits for a person, and others have their turn meanwhile. */
  'held',
  'done',
  /** Its narration or its export ended with a failure. */
  'failed',
  /** A person has ended its narration. */
  'stopped',
])
export type QueueEntryState = z.infer<typeof QueueEntryState>

export const QueueEntry = z.object({
  projectId: z.string(),
  title: z.string(),
  state: QueueEntryState,
  /** Ticked segments, and how many of them are still to be spoken. */
  segments: z.number().int(),
  left: z.number().int(),
  /** Of those that are not left: what no voice could say. */
  failed: z.number().int(),
  /** Of its own narration, without what goes before it; null until it can be told honestly. */
  etaSeconds: z.number().nullable(),
  /** Why it is held, or what it ended with. */
  failure: Failure.optional(),
})
export type QueueEntry = z.infer<typeof QueueEntry>

export const Queue = z.object({
  /** In the order of their turns. */
  entries: z.array(QueueEntry),
  /** `resting`: nothing of it has a turn to come. `waiting`: a narration begun by hand goes before. */
  state: z.enum(['running', 'waiting', 'paused', 'resting']),
  /** Of all whose turn is now or to come; null while one of them is not known. */
  etaSeconds: z.number().nullable(),
  /** Whether a book that is narrated is exported into the folder for copies. */
  exports: z.boolean(),
})
export type Queue = z.infer<typeof Queue>
