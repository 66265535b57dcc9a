// Jobs that are waited for, looked at now and then: messages may be lost, workers may die, places in line change.
import { failure } from '../../core/base/failure-error.ts'
import type { Clock } from '../../core/base/scope.ts'
import type { Log } from '../../core/ports/machine.ts'
import type { Queue } from './bull.ts'
import { secondOf } from './farm-keys.ts'
import type { FarmLine } from './farm-line.ts'
import type { FarmWish } from './farm-wish.ts'
import type { OverMessage } from './protocol.ts'
import type { WorkerBoard } from './worker-board.ts'

/** A message may be lost: so soon it is looked whether a job is still there, then ever more rarely. */
export const lookMs = 1_000
const rarestLookMs = 4_000
/** A worker that is gone so long, and nobody beside it, does not come back at once. */
const aloneMs = 5_000
/** A studio that is gone wants nothing any more. */
export const wantedMs = 120_000
/** Slower than this many usual ones, a job is asked for twice when somebody is idle. */
const slowFactor = 3
const leastSlowMs = 2_000

/** One who waits for a job. */
export type Pending = {
  wish: FarmWish
  priority: number
  begunAt: number
  /** Workers that must not take it. */
  not: readonly string[]
  /** Since when nobody is there who could. */
  aloneSince: number | null
  /** When it is looked at next. */
  lookAt: number
  /** Its second job, at another worker. */
  hedged: boolean
  over(message: OverMessage | null): void
}

export type JobsOfStudio = {
  /** All who wait, by job. */
  waiting(): readonly ReadonlySet<Pending>[]
  priorityOf(wish: FarmWish): number
  queueOf(name: string): Promise<Queue>
  bring(wish: FarmWish, jobId: string, not: readonly string[]): Promise<void>
  /** Workers that are not asked now. */
  avoided(wish: FarmWish): readonly string[]
  /** How long a job usually takes; Infinity while nothing is known. */
  usualMs(): number
}

/** Looks at those whose time has come. */
export function createJobLook(
  parts: { line: FarmLine; board: WorkerBoard; clock: Clock; log: Log },
  jobs: JobsOfStudio,
): () => Promise<void> {
  const { line, board, clock, log } = parts
  const { redis, keys } = line

  /** One that a slow worker holds is asked for again, where somebody has nothing to do. */
  const hedge = async (all: ReadonlySet<Pending>, waiting: Pending, queue: Queue) => {
    const { wish, begunAt, hedged } = waiting
    const usual = jobs.usualMs()
    if (hedged || usual === Infinity) return
    if (clock.monotonic() - begunAt < Math.max(leastSlowMs, slowFactor * usual)) return
    const { prioritized = 0, wait: lined = 0 } = await queue.getJobCounts('prioritized', 'wait')
    if (prioritized + lined > 0) return
    const holder = (await queue.getJob(wish.jobId)) as { processedBy?: string } | undefined
    if (holder?.processedBy === undefined) return
    if (!board.idleFor(wish.queue).some(({ id }) => id !== holder.processedBy)) return
    for (const each of all) each.hedged = true
    log.debug('a job of a slow worker is asked for twice', { job: wish.jobId })
    await jobs.bring(wish, secondOf(wish.jobId), [holder.processedBy, ...jobs.avoided(wish)])
  }
  const isOver = async ({ wish, hedged }: Pending, queue: Queue, state: string) => {
    if ((await redis.exists(keys.sound(wish.jobId))) > 0) return true
    if (state !== 'unknown') return false
    if (hedged && (await queue.getJobState(secondOf(wish.jobId))) !== 'unknown') return false
    // Redis may have thrown out a part of it: what is left would be taken for a job, unless a worker holds it.
    return (await queue.remove(wish.jobId)) > 0
  }
  /** Whoever held it may be gone, and with it whoever would have noticed. */
  const isAlone = (waiting: Pending, now: number) => {
    const { wish, not } = waiting
    const mayBeTaken = board.mayTake(wish.job.voice.id, wish.endpointId, not)
    waiting.aloneSince = mayBeTaken ? null : (waiting.aloneSince ?? now)
    return waiting.aloneSince !== null && now - waiting.aloneSince >= aloneMs
  }
  const lookAt = async (all: ReadonlySet<Pending>) => {
    const [waiting] = all
    if (!waiting) return
    const { wish, begunAt } = waiting
    const now = clock.monotonic()
    const priority = jobs.priorityOf(wish)
    if (now < waiting.lookAt && priority === waiting.priority) return
    waiting.lookAt = now + Math.min(rarestLookMs, now - begunAt)
    const tell = (message: OverMessage | null) => all.forEach((each) => each.over(message))
    const queue = await jobs.queueOf(wish.queue)
    const state = await queue.getJobState(wish.jobId)
    if (await isOver(waiting, queue, state)) return tell(null)
    if (isAlone(waiting, now)) {
      const nobody = failure('farm-empty', { voice: wish.job.voice.label })
      return tell({ jobId: wish.jobId, failure: nobody })
    }
    await redis.pexpire(keys.wanted(wish.jobId), wantedMs)
    if (priority !== waiting.priority && state === 'prioritized') {
      waiting.priority = priority
      const job = await queue.getJob(wish.jobId)
      await job?.changePriority({ priority })
    }
    await hedge(all, waiting, queue)
  }
  return async () => {
    if (line.state !== 'connected') return
    for (const all of jobs.waiting()) await lookAt(all)
  }
}
