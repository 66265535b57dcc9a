// The only importer of ioredis, which is loaded when a farm is set: connections, and what their errors mean.
import type { Redis } from 'ioredis'
import type { Failure } from '../../contract/index.ts'
import { failure } from '../../core/base/failure-error.ts'
import { farmHost } from './farm-address.ts'

export type { Redis }

export type RedisPlace = {
  /** As `farmAddress` has made it. */
  address: string
  password: string | null
}

/** Also how long it may take until it is known that a line is dead. */
const commandMs = 5_000
const longestPauseMs = 2_000
/** Longer than anybody waits for a job at a time. */
const waitsMs = 30_000

/**
 * Connects, and connects again, until it is ended. `fails`: a command that cannot be answered now fails
 * soon; `waits`: it waits for the line, as BullMQ wants it of those that wait for jobs.
 */
export async function connectRedis(
  { address, password }: RedisPlace,
  manner: 'fails' | 'waits',
): Promise<Redis> {
  const { Redis: Connection } = await import('ioredis')
  const url = new URL(address)
  // Beside an address that names a user, a password in the options would be overlooked.
  if (password !== null) url.password = encodeURIComponent(password)
  const connection = new Connection(url.href, {
    // Pub/sub and what BullMQ expects: as it always was, also with a Redis that knows nothing newer.
    protocol: 2,
    // One that became a copy of another Redis refuses to be written to, and its line stays.
    reconnectOnError: (error) => error.message.startsWith('READONLY'),
    socketTimeout: manner === 'fails' ? 2 * commandMs : waitsMs,
    connectTimeout: commandMs,
    keepAlive: commandMs,
    retryStrategy: (times) => Math.min(longestPauseMs, times * 100),
    ...(manner === 'waits'
      ? { maxRetriesPerRequest: null }
      : {
          ...{ maxRetriesPerRequest: 0, enableOfflineQueue: false, commandTimeout: commandMs },
          autoResendUnfulfilledCommands: false,
        }),
  })
  // Whoever wants to know listens for it; else it would be printed.
  connection.on('error', () => {})
  return connection
}

/**
 * Ends a line at once. One that is just being made anew ends too, and says so: ioredis says nothing of it, and
 * BullMQ waits until it does (taskforcesh/bullmq#4585).
 */
export function endLine(line: Pick<Redis, 'disconnect'> & { status: string }): void {
  // One that was never begun is told of as ended.
  if (line.status === 'reconnecting') line.status = 'wait'
  line.disconnect()
}

/** What an error of Redis, or of the line to it, means to a person. */
export function redisFailure(error: unknown, address: string): Failure {
  const text = wordsOf(error)
  const params = { address: farmHost(address) }
  if (/WRONGPASS|NOAUTH|NOPERM/.test(text)) return failure('farm-password-refused', params, text)
  if (/\bOOM\b/.test(text)) return failure('farm-full', params, text)
  return failure('farm-away', params, text)
}

/** Of a transaction that was given up, the reasons stand beside its error. */
function wordsOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  const { previousErrors = [] } = error as { previousErrors?: readonly unknown[] }
  return [error.message, ...previousErrors.map(String)].join(' ')
}
