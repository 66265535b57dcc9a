// The only importer of BullMQ, which is loaded when a farm is set.
import type { Job, Queue, Worker } from 'bullmq'
import type { Clock } from '../../core/base/scope.ts'
import { endLine, type Redis } from './redis.ts'

export type { Job, Queue, Worker }

/** Its own stream of events is not listened to: what is done is told beside it. */
const eventsKept = 100

/**
 * Else BullMQ prints of each line that volatile-lru is wrong, which shared takes need: `readRedisHealth` judges that.
 * It then takes Redis for an old one, and waits in whole seconds, which are all that is asked of it here.
 */
const knowsItsRedis = true

export type BullOptions = { connection: Redis; prefix: string }

/** A queue as those see it who bring jobs. */
export async function openQueue(name: string, options: BullOptions): Promise<Queue> {
  const bull = await import('bullmq')
  const queue = new bull.Queue(name, {
    ...options,
    skipVersionCheck: knowsItsRedis,
    streams: { events: { maxLen: eventsKept } },
    // The end leaves nothing of a job: its sound rests under a key of its own.
    defaultJobOptions: { removeOnComplete: true, removeOnFail: true },
  })
  // The line tells of its trouble by itself.
  queue.on('error', () => {})
  return queue
}

/** A lock that is not renewed for so long belongs to somebody who is gone. */
const lockMs = 10_000
const stalledCheckMs = 5_000
/** A job that so many workers died of is given up. */
const mostStalled = 3

/** How long others have to take a job that somebody else must take. */
const passedOnMs = 250

/** A job as a worker gets it. */
export type TakenJob = {
  readonly jobId: string
  readonly data: unknown
  /** Somebody else must take it. Nothing comes after it. */
  later(): Promise<never>
  /** Nobody takes a job of this queue for so long, and this one is taken again then. Nothing comes after it. */
  pause(ms: number): Promise<never>
}

/**
 * Takes jobs as they come, `concurrency` at once. `failed` is told when a job that failed is gone, so that it
 * may be brought again. No job is ever delayed: that would go by the clocks of several machines.
 */
export async function openBullWorker(
  queue: Queue,
  options: BullOptions & { concurrency: number; worker: string; clock: Clock },
  work: (job: TakenJob) => Promise<void>,
  failed: (jobId: string, error: unknown) => void,
): Promise<Worker> {
  const bull = await import('bullmq')
  const { connection, prefix, concurrency, worker, clock } = options
  const errors = new Map<string, unknown>()
  const made = new bull.Worker(
    queue.name,
    async (job, token) => {
      const jobId = job.id ?? ''
      try {
        await work({
          ...{ jobId, data: job.data },
          async later() {
            await job.moveToWait(token)
            // Moving it wakes nobody; and whoever gave it back would have it again at once.
            await connection.zadd(`${prefix}:${queue.name}:marker`, 0, '0')
            await new Promise<void>((resolve) => void clock.after(passedOnMs, resolve))
            throw new bull.WaitingError()
          },
          async pause(ms) {
            await queue.rateLimit(ms)
            throw new bull.RateLimitError()
          },
        })
      } catch (error) {
        const isPassedOn =
          error instanceof bull.WaitingError || error instanceof bull.RateLimitError
        if (!isPassedOn) errors.set(jobId, error)
        throw error
      }
    },
    {
      ...{ connection, prefix, concurrency, name: worker, skipVersionCheck: knowsItsRedis },
      ...{ lockDuration: lockMs, stalledInterval: stalledCheckMs, maxStalledCount: mostStalled },
      removeOnComplete: { count: 0 },
      removeOnFail: { count: 0 },
    },
  )
  made.on('error', () => {})
  made.on('failed', (job) => {
    const jobId = job?.id
    if (jobId === undefined || !errors.has(jobId)) return
    failed(jobId, errors.get(jobId))
    errors.delete(jobId)
  })
  return made
}

/** Ends the lines of a worker, and waits for nothing: what it has not handed in is somebody else's to do again. */
export function dropBullWorker(worker: Worker): void {
  const { client, blockingClient } = worker.backend
  for (const line of [client, blockingClient]) void line?.then(endLine, () => {})
  worker.close(true).catch(() => {})
}
