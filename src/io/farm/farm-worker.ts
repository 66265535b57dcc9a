// A worker of a farm: announces what it speaks with, takes jobs, speaks, answers, until it is ended.
import { randomUUID } from 'node:crypto'
import type { Failure, WorkerWish } from '../../contract/index.ts'
import { digestJson } from '../../core/base/digest.ts'
import { fail, failure, FailureError, failureOf } from '../../core/base/failure-error.ts'
import { createLimiter, type Limiter } from '../../core/base/limiter.ts'
import { createScope, type Clock, type Scope } from '../../core/base/scope.ts'
import type { Codecs } from '../../core/ports/codecs.ts'
import type { Log } from '../../core/ports/machine.ts'
import type { VoiceProvider } from '../../core/ports/speech.ts'
import { dropBullWorker, openBullWorker, openQueue, type Worker } from './bull.ts'
import { farmKeys, queueName, soundOf, type FarmKeys } from './farm-keys.ts'
import { farmProtocol, type AnnouncedWorker, type OverMessage } from './protocol.ts'
import { sayLimits } from './shared-limits.ts'
import { connectRedis, endLine, redisFailure, type Redis, type RedisPlace } from './redis.ts'
import { readJob, ServerRests, speakJob } from './speak-job.ts'
import { offeredSources, type OfferedSource } from './worker-sources.ts'

export type FarmWorkerOptions = {
  place: RedisPlace
  prefix: string
  name: string
  version: string
  /** Segments at once of each source; null: as its source says. */
  lanes: number | null
  /** The same of all workers together; null: as many as they are. */
  together: number | null
  /** Names of sources, or ids of voices; null: all that there are. */
  voices: readonly string[] | null
  providers: readonly VoiceProvider[]
  codecs: Pick<Codecs, 'prepare' | 'discard'>
  clock: Clock
  log: Log
}

export type FarmWorkerState = { busy: number; spoken: number; failed: number; wish: WorkerWish }

export type FarmWorker = {
  readonly id: string
  readonly sources: readonly OfferedSource[]
  state(): FarmWorkerState
  /** Resolves when it was retired by a person and has spoken its last. */
  readonly retired: Promise<void>
  /** Takes no more jobs; resolves when what it speaks is spoken. */
  close(): Promise<void>
}

const beatMs = 2_000
/** Three beats and a bit: then it counts as gone. */
const aliveMs = 7_000
const sourcesMs = 60_000
/** What is being spoken may take its time; a server's longest is two minutes. */
const closingMs = 120_000
/** A Redis that is away for so long is not waited for by a worker that is ended. */
const awayMs = 6_000
const awayLookMs = 2_000
const minuteMs = 60_000

/** Fails with `farm-password-refused`; waits for a Redis that is away. Fails with `voice-unknown` for no voice. */
export async function startFarmWorker(options: FarmWorkerOptions): Promise<FarmWorker> {
  const scope = createScope()
  try {
    return await start(options, scope)
  } catch (error) {
    await scope.dispose()
    throw error
  }
}

async function start(options: FarmWorkerOptions, scope: Scope): Promise<FarmWorker> {
  const { place, prefix, name, version, providers, codecs, clock, log } = options
  const id = `w-${randomUUID().slice(0, 18)}`
  const keys = farmKeys(prefix)
  const sources = await offeredSources(providers, options.voices, options.lanes, scope.signal)
  if (sources.length === 0) throw fail('voice-unknown', { voice: options.voices?.join(', ') ?? '' })
  const redis = await connectRedis(place, 'waits')
  scope.own(() => endLine(redis))
  await firstAnswer(redis, place.address)

  // Said first: of two that begin at once neither is alone.
  await redis.multi().set(keys.worker(id), '{}', 'PX', aliveMs).sadd(keys.workers, id).exec()
  const isAlone = (await othersThere(redis, keys, id)) === 0

  let wish: WorkerWish = 'work'
  let [busy, spoken, failed] = [0, 0, 0]
  const spokenAt: number[] = []
  const workers: Worker[] = []
  const limits: (() => Promise<void>)[] = []
  const { promise: retired, resolve: retire } = Promise.withResolvers<void>()
  const retireWhenIdle = () => {
    if (wish === 'retire' && busy === 0) retire()
  }
  const over = (message: OverMessage) =>
    redis.publish(keys.over, JSON.stringify(message)).catch(() => 0)

  const lanesOf = new Map<VoiceProvider, Limiter>()
  for (const { provider, announced } of sources)
    if (!lanesOf.has(provider))
      lanesOf.set(
        provider,
        createLimiter(announced.lanes, (error) =>
          log.error('a lane went wrong', { error: String(error) }),
        ),
      )
  const parts = { redis, keys, codecs, worker: id, signal: scope.signal }
  const take = async (source: OfferedSource) => {
    const { provider, announced } = source
    const lanes = lanesOf.get(provider)
    if (!lanes) return
    const queueOptions = { connection: redis, prefix }
    const queue = await openQueue(queueName(provider.name, announced.endpointId), queueOptions)
    scope.own(() => queue.close())
    const { requestsPerMinute } = provider.capabilities
    const limit = (isFirst: boolean) =>
      sayLimits(queue, { requestsPerMinute, together: options.together }, isFirst)
    await limit(isAlone)
    limits.push(() => limit(false))
    const restMs = () => redis.pttl(keys.rest(queue.name))
    const worker = await openBullWorker(
      queue,
      // One more than it speaks: the next is here when a lane is free.
      { ...queueOptions, concurrency: lanes.lanes + 1, worker: id, clock },
      async ({ jobId, data, later, pause }) => {
        if (isLost(data)) throw new LostJob()
        const job = readJob(data)
        if (!job) throw fail('arguments-invalid')
        // Of the same maker, though not with this voice; or somebody else must take it.
        if (!source.voices.has(job.voice.id) || job.not?.includes(id)) return later()
        busy += 1
        try {
          if (await speakJob(jobId, job, source, lanes, { ...parts, restMs })) {
            spoken += 1
            spokenAt.push(clock.monotonic())
          }
          await over({ jobId: soundOf(jobId) })
        } catch (error) {
          if (error instanceof ServerRests) await pause(error.ms)
          const why = failureOf(error)
          const seconds = Number(why.params['seconds'] ?? 0)
          // The server is asked by all of the farm: all leave it in peace.
          if (why.code === 'server-busy' && seconds > 0) {
            await redis.set(keys.rest(queue.name), '', 'PX', Math.ceil(seconds * 1000))
            await pause(seconds * 1000)
          }
          throw error
        } finally {
          busy -= 1
          retireWhenIdle()
        }
      },
      (jobId, error) => {
        // Whoever waits for it brings it again.
        if (error instanceof LostJob) return void over({ jobId })
        failed += 1
        const why = failureOf(error)
        log.warn('a segment could not be spoken', { failure: why })
        const isRedis = error instanceof Error && error.name === 'ReplyError'
        const told = isRedis ? redisFailure(error, place.address) : elsewhere(why, name)
        const { code, params, retry } = told
        // The detail of a failure may hold what a server answered, and that the text.
        void over({ jobId, failure: { code, params, retry }, worker: id })
      },
    )
    workers.push(worker)
    scope.own(() => dropBullWorker(worker))
  }
  await Promise.all(sources.map(take))

  const obey = async (next: WorkerWish) => {
    if (next === wish) return
    wish = next
    log.info('what is wanted of this worker', { wish })
    for (const worker of workers)
      if (wish === 'work') await worker.resume()
      else await worker.pause(true)
    retireWhenIdle()
  }
  const announced = JSON.stringify(sources.map((source) => source.announced))
  const digest = digestJson(announced).slice(0, 16)
  const lanes = [...lanesOf.values()].reduce((sum, each) => sum + each.lanes, 0)
  const beat = async () => {
    await obey(wishOf(await redis.get(keys.wish(id))))
    for (const limit of limits) await limit()
    const since = clock.monotonic() - minuteMs
    while ((spokenAt[0] ?? since) < since) spokenAt.shift()
    const worker: AnnouncedWorker = {
      ...{ id, name, version, protocol: farmProtocol, wish, lanes },
      ...{ busy: Math.min(busy, lanes), spoken, failed },
      ...{ spokenPerMinute: spokenAt.length, sources: digest },
    }
    if ((await redis.pexpire(keys.sources(id), sourcesMs)) === 0)
      await redis.set(keys.sources(id), announced, 'PX', sourcesMs)
    await redis
      .multi()
      .set(keys.worker(id), JSON.stringify(worker), 'PX', aliveMs)
      .sadd(keys.workers, id)
      .exec()
  }
  const stir = () => redis.publish(keys.stir, 'look')
  await beat()
  await stir()
  const beatAgain = () =>
    beat().catch((error: unknown) => log.debug('no beat', { error: String(error) }))
  scope.every(clock, beatMs, beatAgain)
  const ear = await connectRedis(place, 'waits')
  scope.own(() => endLine(ear))
  ear.on('message', (_: string, about: string) => {
    // Redis may refuse it, or be away: studios look by themselves as well.
    if (about === id) void beatAgain().then(() => stir().catch(() => {}))
  })
  await ear.subscribe(keys.stir)

  return {
    ...{ id, sources, retired },
    state: () => ({ busy, spoken, failed, wish }),
    async close() {
      await whileThere(clock, redis, async () => {
        await Promise.all(workers.map((worker) => worker.close()))
        await redis.srem(keys.workers, id)
        await redis.del(keys.worker(id), keys.sources(id), keys.wish(id))
        await stir()
      })
      await scope.dispose()
    },
  }
}

/** A folder of this machine means nothing to whoever reads it at another one. */
const elsewhere = (why: Failure, worker: string): Failure =>
  why.code === 'disk-full' || why.code === 'folder-not-writable'
    ? failure('farm-worker-full', { worker })
    : why

/** Redis has thrown out what a job was to be, and not that there is one. */
class LostJob extends Error {}
const isLost = (data: unknown) =>
  typeof data === 'object' && data !== null && Object.keys(data).length === 0

/**
 * Resolves when the work is done, has had its time, or can come to nothing, for Redis is away; what it fails
 * with is nobody's any more.
 */
const whileThere = (clock: Clock, redis: Redis, work: () => Promise<void>) =>
  new Promise<void>((resolve) => {
    let [waited, away] = [0, 0]
    const look = () => {
      waited += awayLookMs
      away = redis.status === 'ready' ? 0 : away + awayLookMs
      if (waited >= closingMs || away >= awayMs) resolve()
      else stop = clock.after(awayLookMs, look)
    }
    let stop = clock.after(awayLookMs, look)
    work()
      .catch(() => {})
      .finally(() => {
        stop()
        resolve()
      })
  })

/** Rejects where Redis does not let this user in; waits for one that is away. */
async function firstAnswer(redis: Redis, address: string): Promise<void> {
  try {
    await redis.ping()
  } catch (error) {
    throw new FailureError(redisFailure(error, address))
  }
}

async function othersThere(redis: Redis, keys: FarmKeys, own: string): Promise<number> {
  const ids = (await redis.smembers(keys.workers)).filter((id) => id !== own)
  return ids.length === 0 ? 0 : redis.exists(ids.map(keys.worker))
}

const wishOf = (text: string | null): WorkerWish =>
  text === 'pause' || text === 'retire' ? text : 'work'
