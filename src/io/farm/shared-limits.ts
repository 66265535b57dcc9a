// How fast, and how many at once, all workers together ask a source: BullMQ holds it for all who share its queue.
import type { Queue } from './bull.ts'

export type SharedLimits = {
  requestsPerMinute: number | null
  /** Segments at once; what a worker has fetched ahead counts. */
  together: number | null
}

const minuteMs = 60_000
/** The turns are a bit wider than the limit: on their way requests come closer together. */
const margin = 1.05

/** One request at a time: a window of many would let twice as many through around its edge. */
const turnMs = (perMinute: number): number => Math.ceil((minuteMs / perMinute) * margin)

/**
 * Of workers that say different limits the lowest holds. Whoever begins alone says them anew, so that one that was
 * raised or taken away is so when its workers start again. Said again and again, for a Redis that was emptied knows
 * of none.
 */
export async function sayLimits(
  queue: Queue,
  { requestsPerMinute, together }: SharedLimits,
  isAlone: boolean,
): Promise<void> {
  if (isAlone) {
    await queue.removeGlobalRateLimit()
    await queue.removeGlobalConcurrency()
  }
  if (requestsPerMinute !== null) {
    const turn = turnMs(requestsPerMinute)
    const said = await queue.getGlobalRateLimit()
    if (said === null || said.duration < turn) await queue.setGlobalRateLimit(1, turn)
  }
  if (together !== null) {
    const said = await queue.getGlobalConcurrency()
    if (said === null || said > together) await queue.setGlobalConcurrency(together)
  }
}
