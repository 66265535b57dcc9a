// A studio's lines to the farm's Redis: one for commands, one to be told of what is over.
import type { Failure } from '../../contract/index.ts'
import type { Log } from '../../core/ports/machine.ts'
import { farmKeys, type FarmKeys } from './farm-keys.ts'
import { OverMessage, understood } from './protocol.ts'
import { connectRedis, redisFailure, type Redis, type RedisPlace } from './redis.ts'

export type FarmLine = {
  readonly redis: Redis
  readonly keys: FarmKeys
  readonly address: string
  readonly state: 'connecting' | 'connected' | 'away'
  readonly failure: Failure | null
  /** Aborted when the line is lost; another one takes its place when there is a line again. */
  readonly held: AbortSignal
  onOver(listener: (message: OverMessage) => void): () => void
  onStir(listener: () => void): () => void
  onState(listener: () => void): () => void
  close(): Promise<void>
}

/** Resolves at once; the line comes when it comes. */
export async function openFarmLine(place: RedisPlace, prefix: string, log: Log): Promise<FarmLine> {
  const { address } = place
  const keys = farmKeys(prefix)
  const redis = await connectRedis(place, 'fails')
  const ear = await connectRedis(place, 'waits')
  const over = new Set<(message: OverMessage) => void>()
  const stir = new Set<() => void>()
  const states = new Set<() => void>()
  let state: FarmLine['state'] = 'connecting'
  let failure: Failure | null = null
  let hold = new AbortController()

  const become = (next: FarmLine['state'], reason: Failure | null) => {
    const isSame = state === next && failure?.code === reason?.code
    failure = reason
    if (isSame) return
    log.info('the line to the farm', { state: next, ...(reason ? { failure: reason } : {}) })
    state = next
    if (next === 'connected') hold = new AbortController()
    else hold.abort()
    for (const listener of states) listener()
  }
  redis.on('ready', () => become('connected', null))
  redis.on('error', (error) => become('away', redisFailure(error, address)))
  redis.on('close', () => become('away', failure ?? redisFailure('closed', address)))
  ear.on('message', (channel: string, text: string) => {
    if (channel === keys.stir) return stir.forEach((listener) => listener())
    const message = understood(OverMessage, text)
    if (message) for (const listener of over) listener(message)
  })
  ear.subscribe(keys.over, keys.stir).catch(() => {})

  const heardBy =
    <T>(listeners: Set<T>) =>
    (listener: T) => {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    }
  return {
    ...{ redis, keys, address },
    get state() {
      return state
    },
    get failure() {
      return failure
    },
    get held() {
      return hold.signal
    },
    onOver: heardBy(over),
    onStir: heardBy(stir),
    onState: heardBy(states),
    async close() {
      states.clear()
      redis.disconnect()
      ear.disconnect()
    },
  }
}
