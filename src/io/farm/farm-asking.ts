// Asks the farm for a sound: one job for all who want the same, waited for until it is over or given up.
import { randomUUID } from 'node:crypto'
import type { Failure } from '../../contract/index.ts'
import { fail, FailureError } from '../../core/base/failure-error.ts'
import { createScope, type Clock } from '../../core/base/scope.ts'
import { createTurns } from '../../core/base/turns.ts'
import type { Codecs } from '../../core/ports/codecs.ts'
import type { Log } from '../../core/ports/machine.ts'
import type { Haste, SpokenSound } from '../../core/ports/speech.ts'
import { openQueue, type Queue } from './bull.ts'
import { checkedSound } from './checked-sound.ts'
import { secondOf, soundOf } from './farm-keys.ts'
import type { FarmLine } from './farm-line.ts'
import type { FarmWish } from './farm-wish.ts'
import { createJobLook, lookMs, wantedMs, type Pending } from './look-after-jobs.ts'
import { longestSoundBytes, makerOf } from './packed-sound.ts'
import type { OverMessage } from './protocol.ts'
import { redisFailure } from './redis.ts'
import { createRestingWorkers, isOwnTrouble } from './resting-workers.ts'
import { whileHeld } from './while-held.ts'
import type { WorkerBoard } from './worker-board.ts'

export type FarmAsking = {
  /**
   * Fails with `farm-away`, `farm-full`, `farm-password-refused`, with what the worker failed with, with
   * `sound-refused` where nobody answers with a sound, and with `disk-full`.
   */
  ask(wish: FarmWish, signal: AbortSignal): Promise<SpokenSound>
  /** Set while the last job could not be brought because Redis has no memory: workers cannot say that they are there. */
  full(): Failure | null
  /** Jobs that wait for a worker, in the queues that this studio uses. */
  waiting(): Promise<number>
  close(): Promise<void>
}

/** BullMQ takes the lowest first, and before all of them what has none: so every job has one. */
const priorities: Record<Haste, number> = { now: 1, next: 2, seen: 3, rest: 4 }

/** A sound waits so long for a studio that was killed. */
export const soundMs = 3_600_000
/** One that a studio has taken is kept for another that asked at the same time: memory is short sooner than time. */
const takenMs = 60_000
/** So often a job that is gone without a sound is brought again: Redis was emptied, or its workers died. */
const mostBrought = 4
const mostLies = 3
/** So many workers with a trouble of their own are one trouble. */
const mostPassedOn = 10
const timesKept = 20

export function createFarmAsking(
  { line, board }: { line: FarmLine; board: WorkerBoard },
  parts: { spool: string; codecs: Pick<Codecs, 'check'>; clock: Clock; log: Log },
): FarmAsking {
  const { redis, keys, address } = line
  const { spool, codecs, clock, log } = parts
  const studio = randomUUID()
  const scope = createScope()
  const queues = new Map<string, Promise<Queue>>()
  const pending = new Map<string, Set<Pending>>()
  /** What is done about a job, one after the other: to give it up must not run beside bringing it anew. */
  const turns = createTurns()
  const times: number[] = []

  const queueOf = (name: string): Promise<Queue> => {
    const known = queues.get(name)
    if (known) return known
    const made = openQueue(name, { connection: redis, prefix: keys.prefix })
    queues.set(name, made)
    return made
  }
  let full: Failure | null = null
  const failed = (error: unknown) => {
    if (error instanceof FailureError) return error
    const reason = redisFailure(error, address)
    if (reason.code === 'farm-full') full = reason
    return new FailureError(reason)
  }
  const onLine = <T>(work: Promise<T>, signal: AbortSignal): Promise<T> =>
    whileHeld(line, work, failed, signal)

  const resting = createRestingWorkers(clock)
  const priorityOf = (wish: FarmWish) => priorities[wish.haste()]
  /** Those that rest are asked all the same where there is nobody else. */
  const avoided = ({ job, endpointId }: FarmWish): string[] => {
    const bad = board.distrusted()
    const all = [...bad, ...resting.now()]
    return board.mayTake(job.voice.id, endpointId, all) ? all : [...bad]
  }
  const bringNow = async (wish: FarmWish, jobId: string, not: readonly string[]) => {
    const queue = await queueOf(wish.queue)
    const job = not.length > 0 ? { ...wish.job, not: [...not] } : wish.job
    await redis
      .multi()
      .sadd(keys.wanted(wish.jobId), studio)
      .pexpire(keys.wanted(wish.jobId), wantedMs)
      .exec()
    await queue.add('speak', job, { jobId, priority: priorityOf(wish) })
    full = null
  }
  const bring = (wish: FarmWish, jobId: string, not: readonly string[]) =>
    turns(wish.jobId, () => bringNow(wish, jobId, not))
  /** What nobody wants any more is not spoken; what is being spoken comes to its end and is kept. */
  const leaveNow = async ({ jobId, queue }: FarmWish) => {
    // Somebody else of this studio wants it yet.
    if (pending.has(jobId)) return
    await redis.srem(keys.wanted(jobId), studio)
    if ((await redis.scard(keys.wanted(jobId))) > 0) return
    for (const id of [jobId, secondOf(jobId)])
      await (await queueOf(queue)).remove(id).catch(() => 0)
  }
  const leave = (wish: FarmWish) => turns(wish.jobId, () => leaveNow(wish))
  const find = (jobId: string) => redis.getrangeBuffer(keys.sound(jobId), 0, longestSoundBytes)

  /** Resolves with null when it may be over, and with what was told when it is known to have failed. */
  const waitOver = (waiting: Pending, signal: AbortSignal): Promise<OverMessage | null> => {
    const { jobId } = waiting.wish
    const all = pending.get(jobId) ?? new Set()
    pending.set(jobId, all.add(waiting))
    const over = new Promise<OverMessage | null>((resolve) => {
      waiting.over = (message) => resolve(message?.failure ? message : null)
    })
    return onLine(over, signal)
  }
  const waitNoMore = (waiting: Pending) => {
    const { jobId } = waiting.wish
    const all = pending.get(jobId)
    all?.delete(waiting)
    if (all?.size === 0) pending.delete(jobId)
  }

  /** Where what failed is one worker's own trouble, and somebody else has the voice. */
  const mayAskAnother = ({ failure, worker }: OverMessage, wish: FarmWish, not: string[]) => {
    if (!failure || !isOwnTrouble(failure.code)) return false
    // Whoever it names must be there: a message may be written by anybody.
    if (worker === undefined || !board.all().some(({ id }) => id === worker)) return false
    if (!board.mayTake(wish.job.voice.id, wish.endpointId, [...not, worker])) return false
    log.warn('a worker of the farm rests, for it has a trouble of its own', { worker, failure })
    resting.rest(worker)
    return true
  }

  const ask = async (wish: FarmWish, signal: AbortSignal): Promise<SpokenSound> => {
    const { jobId } = wish
    const liars: string[] = []
    let brought = 0
    let passedOn = 0
    let lies = 0
    for (;;) {
      const packed = await onLine(find(jobId), signal)
      if (packed.length > 0) {
        const sound = await checkedSound(packed, { spool, codecs }, signal)
        if (sound) {
          redis.srem(keys.wanted(jobId), studio).catch(() => {})
          redis.pexpire(keys.sound(jobId), takenMs).catch(() => {})
          return sound
        }
        const maker = makerOf(packed)
        log.warn('an answer of the farm was no sound', { job: jobId, worker: maker })
        if (maker !== null) {
          board.distrust(maker)
          liars.push(maker)
        }
        await onLine(redis.del(keys.sound(jobId)), signal)
        lies += 1
        if (lies >= mostLies) throw fail('sound-refused', { voice: wish.job.voice.name, flag: '' })
      }
      if (brought >= mostBrought) throw fail('voice-crashed', { voice: wish.job.voice.name })
      brought += 1
      const priority = priorityOf(wish)
      const begunAt = clock.monotonic()
      const lookAt = begunAt + lookMs
      const not = [...liars, ...avoided(wish)]
      const waiting: Pending = {
        ...{ wish, priority, begunAt, lookAt, not, aloneSince: null, hedged: false },
        over: () => {},
      }
      const over = waitOver(waiting, signal)
      // Whoever is told that it is over may be told before it is brought.
      over.catch(() => {})
      const told = await onLine(bring(wish, jobId, not), signal)
        .then(() => over)
        .finally(() => waitNoMore(waiting))
      if (told?.failure) {
        passedOn += 1
        const isLast = passedOn > mostPassedOn || !mayAskAnother(told, wish, not)
        if (isLast) throw new FailureError(told.failure)
        brought -= 1
        continue
      }
      times.push(clock.monotonic() - begunAt)
      if (times.length > timesKept) times.shift()
    }
  }

  const usualMs = () => [...times].sort((one, other) => one - other)[times.length >> 1] ?? Infinity
  const look = createJobLook(
    { line, board, clock, log },
    { waiting: () => [...pending.values()], priorityOf, queueOf, bring, avoided, usualMs },
  )
  scope.own(
    line.onOver((message) => {
      // Where one of two jobs fails, the other may yet come to a sound.
      const isSecond = message.jobId !== soundOf(message.jobId)
      for (const waiting of pending.get(soundOf(message.jobId)) ?? [])
        if (!message.failure || !(isSecond || waiting.hedged)) waiting.over(message)
    }),
  )
  scope.every(clock, lookMs, () =>
    look().catch((error: unknown) =>
      log.debug('jobs could not be looked at', { error: String(error) }),
    ),
  )

  return {
    async ask(wish, signal) {
      try {
        return await ask(wish, signal)
      } catch (error) {
        leave(wish).catch(() => {})
        throw error
      }
    },
    full: () => full,
    async waiting() {
      const counts = await Promise.all(
        [...queues.values()].map(async (queue) =>
          (await queue).getJobCounts('prioritized', 'wait'),
        ),
      )
      return counts.reduce(
        (sum, count) => sum + Object.values(count).reduce((all, one) => all + one, 0),
        0,
      )
    },
    async close() {
      await scope.dispose()
      for (const queue of queues.values()) await (await queue).close().catch(() => {})
    },
  }
}
