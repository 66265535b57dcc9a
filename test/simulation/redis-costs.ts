// node test/simulation/redis-costs.ts: what a segment of the farm costs a real redis-server, for the simulation's figures.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Redis } from 'ioredis'
import type { PreparedTake } from '../../src/core/ports/takes.ts'
import { systemClock } from '../../src/io/clock.ts'
import { openQueue } from '../../src/io/farm/bull.ts'
import { createFarmAsking } from '../../src/io/farm/farm-asking.ts'
import { queueName } from '../../src/io/farm/farm-keys.ts'
import { openFarmLine } from '../../src/io/farm/farm-line.ts'
import { startFarmWorker } from '../../src/io/farm/farm-worker.ts'
import { startRedis } from '../farm/redis-server.ts'
import { silentLog } from '../fixtures/silent-log.ts'
import { plainVoice, quietCodecs, voiceOf } from '../fixtures/studio-ports.ts'
import { resultBytes } from './costs.ts'

const segments = 2000
const lanes = 64
const prefix = 'lectern'
/** A segment of usual length. */
const spoken = [
  { text: 'A sentence of a book, as long as most are, and one more to come. '.repeat(2) },
]

const server = await startRedis()
const folder = mkdtempSync(join(tmpdir(), 'lectern-costs-'))
const place = { address: `redis://127.0.0.1:${server.port}`, password: null }
const redis = new Redis(place.address)
const log = silentLog
const clock = systemClock

async function reading() {
  const info = await redis.info('everything')
  const of = (name: string) => Number(new RegExp(`^${name}:([\\d.]+)`, 'm').exec(info)?.[1])
  const cpuSeconds = of('used_cpu_user') + of('used_cpu_sys')
  const received = of('total_net_input_bytes')
  return {
    ...{ cpuSeconds, received, sent: of('total_net_output_bytes') },
    ...{ memory: of('used_memory'), commands: of('total_commands_processed') },
  }
}

/** Microseconds of Redis, commands and bytes, each of `count`. */
async function costOf(what: string, count: number, work: () => Promise<unknown>): Promise<void> {
  const before = await reading()
  const began = performance.now()
  await work()
  const seconds = (performance.now() - began) / 1000
  const after = await reading()
  const each = (of: keyof typeof before, times = 1) =>
    Math.round(((after[of] - before[of]) * times) / count)
  console.log(
    `${what}: ${each('cpuSeconds', 1e6)} µs of Redis, ${each('commands')} commands, ` +
      `${each('received')} B in, ${each('sent')} B out, ${each('memory')} B kept; ` +
      `${Math.round(count / seconds)}/s seen`,
  )
}

/** Sounds of so many bytes, without a codec. */
function codecsOf(bytes: number) {
  const flac = join(folder, `${bytes}.flac`)
  writeFileSync(flac, Buffer.concat([Buffer.from('fLaC'), Buffer.alloc(bytes)]))
  const quiet = quietCodecs()
  const { signal } = new AbortController()
  const prepare = async (): Promise<PreparedTake> => ({
    ...(await quiet.prepare([{ file: 'sound' }], signal)),
    ...{ file: flac, bytes },
  })
  return { prepare, check: prepare, discard: async () => {} }
}

/** By the farm's own studio and worker; `listeners`: other studios, which are told of every job. */
async function speak(bytes: number, listeners: number): Promise<void> {
  await redis.flushall()
  const others = await Promise.all(
    Array.from({ length: listeners }, () => openFarmLine(place, prefix, log)),
  )
  const provider = voiceOf(async () => ({ file: 'sound' }), lanes)
  const codecs = codecsOf(bytes)
  const worker = await startFarmWorker({
    ...{ place, prefix, name: 'worker', version: '1', lanes, together: null, voices: null },
    ...{ providers: [provider], codecs, clock, log },
  })
  const line = await openFarmLine(place, prefix, log)
  const board = { distrusted: () => [], distrust: () => {}, idleFor: () => [], mayTake: () => true }
  const asking = createFarmAsking(
    { line, board: board as never },
    { spool: folder, codecs, clock, log },
  )
  const queue = queueName(provider.name, provider.endpointId)
  const { signal } = new AbortController()
  const turns = async (first: number) => {
    for (let index = first; index < segments; index += lanes) {
      const jobId = `${String(index).padStart(64, '0')}.1`
      const job = { voice: plainVoice, spoken, rate: 1 }
      const { endpointId } = provider
      await asking.ask({ queue, endpointId, jobId, job, haste: () => 'rest' }, signal)
    }
  }
  await new Promise((resolve) => clock.after(500, () => resolve(null)))
  await costOf(`a segment of ${bytes} B, ${listeners} more studios`, segments, () =>
    Promise.all(Array.from({ length: lanes }, (_, first) => turns(first))),
  )
  await worker.close()
  await asking.close()
  await Promise.all([line, ...others].map((each) => each.close()))
}

/** Jobs that no worker takes, and what it costs to look after them for a second each. */
async function wait(): Promise<void> {
  await redis.flushall()
  const queue = await openQueue('speak', { connection: redis, prefix })
  const jobs = Array.from({ length: 10_000 }, (_, index) => `${String(index).padStart(64, '0')}.1`)
  const data = { voice: plainVoice, spoken, rate: 1 }
  await costOf('a job that waits', jobs.length, async () => {
    for (const jobId of jobs) {
      await redis
        .multi()
        .sadd(`wanted:${jobId}`, 'studio')
        .pexpire(`wanted:${jobId}`, 120_000)
        .exec()
      await queue.add('speak', data, { jobId, priority: 4 })
    }
  })
  await costOf('a look after a job that waits', jobs.length, async () => {
    for (const jobId of jobs) {
      await queue.getJobState(jobId)
      await redis.exists(`sound:${jobId}`)
      await redis.pexpire(`wanted:${jobId}`, 120_000)
    }
  })
  await queue.close()
}

try {
  for (const listeners of [0, 0, 10, 40]) await speak(0, listeners)
  await speak(resultBytes, 0)
  await wait()
} finally {
  await server.end()
  rmSync(folder, { recursive: true, force: true })
}
process.exit()
