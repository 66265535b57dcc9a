// Which books of the queue are still to be done. Apart from their schemas, which a page does without at its start.
import type { QueueEntry } from './queue.ts'

/** Whether something of it is done now or has its turn to come. */
export const isQueued = ({ state }: Pick<QueueEntry, 'state'>): boolean =>
  state === 'waiting' || state === 'narrating' || state === 'exporting'
