// What a restart must know of the queue: its books in order, what became of them, how fast voices are.
import { z } from 'zod'
import { Failure } from '../../contract/index.ts'
import type { ProjectStore } from '../ports/projects.ts'

const fact = 'queue'

const Ending = z.discriminatedUnion('state', [
  /** `failed`: segments that no voice could say. */
  z.object({ state: z.literal('done'), failed: z.number().int() }),
  z.object({ state: z.literal('failed'), failure: Failure }),
  z.object({ state: z.literal('stopped') }),
])
export type Ending = z.infer<typeof Ending>

const QueuedBook = z.object({
  projectId: z.string(),
  /** Null: its turn is now or to come. */
  ending: Ending.nullable(),
  /** Its narration has begun once: taken up again, a voice that costs money asks. */
  begun: z.boolean(),
  /** A person has agreed to what it costs. */
  mayCost: z.boolean(),
  /** It is narrated, and its files are not written yet. */
  isExporting: z.boolean(),
})
export type QueuedBook = z.infer<typeof QueuedBook>

const QueueMemory = z.object({
  books: z.array(QueuedBook),
  isPaused: z.boolean(),
  exports: z.boolean(),
  /** Seconds of sound in a second, by voice. */
  paces: z.record(z.string(), z.number()),
})
export type QueueMemory = z.infer<typeof QueueMemory>

/** An empty queue where nothing is remembered, or nothing that can be read. */
export async function recallQueue(projects: Pick<ProjectStore, 'recall'>): Promise<QueueMemory> {
  const known = await projects.recall(fact)
  const read = QueueMemory.safeParse(known === null ? null : JSON.parse(known))
  return read.success ? read.data : { books: [], isPaused: false, exports: false, paces: {} }
}

export const rememberQueue = (
  projects: Pick<ProjectStore, 'remember'>,
  memory: QueueMemory,
): Promise<void> => projects.remember(fact, JSON.stringify(memory))

export const queuedBook = (projectId: string, mayCost: boolean): QueuedBook => ({
  ...{ projectId, mayCost },
  ...{ ending: null, begun: false, isExporting: false },
})
