// What a restart must know of the queue: its books in order, what became of them, how fast voices are.
import { z } from 'zod'
import { Failure } from './failure.ts'

const QueueEnding = z.discriminatedUnion('state', [
  /** `failed`: segments that no voice could say. */
  z.object({ state: z.literal('done'), failed: z.number().int() }),
  z.object({ state: z.literal('failed'), failure: Failure }),
  z.object({ state: z.literal('stopped') }),
])
const QueuedBook = z.object({
  projectId: z.string(),
  /** Null: its turn is now or to come. */
  ending: QueueEnding.nullable(),
  /** Its narration has begun once: taken up again, a voice that costs money asks. */
  begun: z.boolean(),
  /** A person has agreed to what it costs. */
  mayCost: z.boolean(),
  /** It is narrated, and its files are not written yet. */
  isExporting: z.boolean(),
})
export type QueuedBook = z.infer<typeof QueuedBook>

export const QueueMemory = z.object({
  books: z.array(QueuedBook),
  isPaused: z.boolean(),
  exports: z.boolean(),
  /** Seconds of sound in a second, by voice. */
  paces: z.record(z.string(), z.number()),
})
export type QueueMemory = z.infer<typeof QueueMemory>
