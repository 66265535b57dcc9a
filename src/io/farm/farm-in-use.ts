// One farm that is set: its line, its board, what is asked of it. Loaded only then.
import type { FarmSettings, FarmView, FarmWorker, WorkerWish } from '../../contract/index.ts'
import { failure, FailureError } from '../../core/base/failure-error.ts'
import type { Clock } from '../../core/base/scope.ts'
import type { Codecs } from '../../core/ports/codecs.ts'
import type { Log } from '../../core/ports/machine.ts'
import type { KeyStore } from '../../core/ports/servers.ts'
import type { SharedTakes } from '../../core/ports/farm.ts'
import type { VoiceProvider } from '../../core/ports/speech.ts'
import { createFarmAsking } from './farm-asking.ts'
import { openFarmLine } from './farm-line.ts'
import { createFarmVoices } from './farm-voices.ts'
import { farmProtocol } from './protocol.ts'
import { redisFailure } from './redis.ts'
import { readRedisHealth } from './redis-health.ts'
import { openRedisStore } from './redis-store.ts'
import { createSharedTakes } from './shared-takes.ts'
import { createWorkerBoard, type SeenWorker } from './worker-board.ts'

export type FarmOptions = {
  /** Absolute path of the file of its settings. */
  path: string
  keys: KeyStore
  spool: string
  codecs: Pick<Codecs, 'check'>
  clock: Clock
  log: Log
  /** The longest that a sentence is held by a store of takes, if not a few seconds. */
  findMs?: number
  /** Voices came or went, or there are more lanes, or fewer. */
  changed(): void
}

export type FarmInUse = {
  view(): Promise<
    Pick<FarmView, 'state' | 'failure' | 'warnings' | 'workers' | 'waiting' | 'shared' | 'store'>
  >
  wish(workerId: string, wish: WorkerWish): Promise<void>
  behind(locals: readonly VoiceProvider[]): readonly VoiceProvider[]
  /** Null where takes are not shared. */
  sharedTakes: SharedTakes | null
  close(): Promise<void>
}

/** A wish is for a worker that is there: one that comes again has none. */
const wishMs = 24 * 3_600_000

export async function openFarmInUse(
  options: FarmOptions & {
    settings: FarmSettings
    password: string | null
    storeKey: string | null
    tell(): void
  },
): Promise<FarmInUse> {
  const { settings, password, storeKey, spool, codecs, clock, log, changed, tell } = options
  const { takeStore, shares } = settings
  const line = await openFarmLine({ address: settings.address, password }, settings.prefix, log)
  // The store is loaded where one is set, and nowhere else.
  const s3 =
    shares === 'store' && takeStore
      ? (await import('./s3-store.ts')).openS3Store(takeStore, storeKey, options)
      : null
  const board = createWorkerBoard(line, clock, log)
  const asking = createFarmAsking({ line, board }, { spool, codecs, clock, log })
  const voices = createFarmVoices({ line, board, asking }, settings.speakHere)
  const place = shares === 'redis' ? openRedisStore(line) : s3
  const sharedTakes = place && createSharedTakes(place, spool, log)
  let told = ''
  const stops = [
    board.onChange(changed),
    line.onState(changed),
    line.onState(tell),
    board.onLook(() => {
      const now = JSON.stringify(board.all().map(({ from: _, ...worker }) => worker))
      if (now === told) return
      told = now
      tell()
    }),
  ]
  const seen = (worker: SeenWorker): FarmWorker => {
    const { id, name, version, wish, lanes, busy, spoken, failed, spokenPerMinute, bad } = worker
    const isOther = worker.protocol !== farmProtocol
    const whole = isOther ? failure('farm-other-version', { worker: name, version }) : null
    return {
      ...{ id, name, version, wish, lanes, busy, spoken, failed, spokenPerMinute, bad },
      sources:
        whole === null
          ? worker.from.map((source) => ({
              ...{ label: source.label, voices: source.voices.length },
              refused: voices.refused(worker, source),
            }))
          : [{ label: name, voices: 0, refused: whole }],
    }
  }
  return {
    async view() {
      const { state } = line
      const isThere = state === 'connected'
      const [waiting, ofRedis] = await Promise.all([
        isThere ? asking.waiting().catch(() => 0) : 0,
        isThere ? readRedisHealth(line.redis) : [],
      ])
      const warnings = [...ofRedis, ...(s3?.trouble ? [s3.trouble] : [])]
      return {
        ...{ state, failure: line.failure, warnings, workers: board.all().map(seen), waiting },
        store: s3?.state ?? 'off',
        shared: sharedTakes?.counts() ?? { hits: 0, misses: 0 },
      }
    },
    async wish(workerId, wish) {
      const { redis, keys } = line
      try {
        if (wish === 'work') await redis.del(keys.wish(workerId))
        else await redis.set(keys.wish(workerId), wish, 'PX', wishMs)
        await redis.publish(keys.stir, workerId)
      } catch (error) {
        throw new FailureError(redisFailure(error, line.address))
      }
    },
    behind: voices.behind,
    sharedTakes,
    async close() {
      for (const stop of stops) stop()
      board.close()
      await asking.close()
      await s3?.close()
      await line.close()
    },
  }
}
