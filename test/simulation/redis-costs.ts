// node test/simulation/redis-costs.ts: what a segment of the farm costs a real redis-server, for the simulation's figures.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Queue, QueueEvents, Worker } from 'bullmq'
import { Redis } from 'ioredis'

const jobs = 4000
const resultBytes = 100_000
/** Text, voice and recipe of one segment. */
const text = 'A sentence of a book, as long as most segments are, and one more to come. '.repeat(3)
const recipe = { text, voice: 'neural:somebody', endpoint: 'neural@1', rate: 1, wanted: 'studio-1' }

const folder = mkdtempSync(join(tmpdir(), 'lectern-redis-'))
const path = join(folder, 'redis.sock')
const options = ['--port', '0', '--unixsocket', path, '--save', '', '--dir', folder]
const server = spawn('redis-server', options, { stdio: 'ignore' })
const connect = () => new Redis({ path, maxRetriesPerRequest: null, retryStrategy: () => 50 })
const redis = connect()
redis.on('error', () => {})

/** One figure of `INFO`. */
async function info(name: string): Promise<number> {
  return Number(new RegExp(`^${name}:([\\d.]+)`, 'm').exec(await redis.info('everything'))?.[1])
}
async function reading() {
  const cpuSeconds = (await info('used_cpu_user')) + (await info('used_cpu_sys'))
  return {
    ...{ cpuSeconds, memory: await info('used_memory') },
    ...{
      received: await info('total_net_input_bytes'),
      sent: await info('total_net_output_bytes'),
    },
  }
}

/** Microseconds of Redis and bytes through it, each of `count`. */
async function costOf(what: string, count: number, work: () => Promise<unknown>): Promise<void> {
  const before = await reading()
  const began = performance.now()
  await work()
  const seconds = (performance.now() - began) / 1000
  const after = await reading()
  const each = (one: number, two: number) => Math.round((two - one) / count)
  const micros = each(before.cpuSeconds * 1e6, after.cpuSeconds * 1e6)
  const traffic = `${each(before.received, after.received)} B in, ${each(before.sent, after.sent)} B out`
  const kept = `${each(before.memory, after.memory)} B kept`
  console.log(
    `${what}: ${micros} µs of Redis, ${traffic}, ${kept}; ${Math.round(count / seconds)}/s seen`,
  )
}

const keyOf = (index: number) => `take:${String(index).padStart(64, '0')}`

/** Jobs from `add` to the end, with their results where they have any, and so many studios that listen to all. */
async function cycles(bytes: number, listeners: number): Promise<void> {
  await redis.flushall()
  const queue = new Queue('speak', { connection: connect() })
  const heard = Array.from(
    { length: listeners },
    () => new QueueEvents('speak', { connection: connect() }),
  )
  await Promise.all(heard.map((events) => events.waitUntilReady()))
  const flac = Buffer.alloc(bytes, 7)
  const taken = connect()
  const given = connect()
  let done = 0
  const { promise, resolve } = Promise.withResolvers<void>()
  const speak = async ({ id = '' }: { id?: string }) => {
    await given.exists(keyOf(Number(id.slice(1))))
    if (bytes > 0) await given.set(keyOf(Number(id.slice(1))), flac, 'EX', 600, 'NX')
  }
  const worker = new Worker('speak', speak, {
    connection: connect(),
    concurrency: 32,
    lockDuration: 10_000,
  })
  const all = async () => {
    const adding = async (first: number) => {
      for (let index = first; index < jobs; index += 32) {
        await taken.get(keyOf(index))
        await queue.add('speak', recipe, {
          ...{ jobId: `j${index}`, priority: 10, removeOnComplete: true, removeOnFail: true },
        })
      }
    }
    worker.on('completed', ({ id = '' }) => {
      void (bytes > 0 ? taken.getBuffer(keyOf(Number(id.slice(1)))) : taken.ping()).then(
        async () => {
          if (bytes > 0) await taken.unlink(keyOf(Number(id.slice(1))))
          done += 1
          if (done === jobs) resolve()
        },
      )
    })
    await Promise.all(Array.from({ length: 32 }, (_, first) => adding(first)))
    await promise
  }
  await costOf(`a segment of ${bytes} B, ${listeners} listening studios`, jobs, all)
  await Promise.all([worker.close(), ...heard.map((events) => events.close())])
  await queue.close()
}

async function waitingJobs(): Promise<void> {
  await redis.flushall()
  const queue = new Queue('speak', { connection: connect() })
  await costOf('a job that waits', 10_000, async () => {
    for (let from = 0; from < 10_000; from += 100)
      await queue.addBulk(
        Array.from({ length: 100 }, (_, index) => ({
          name: 'speak',
          data: recipe,
          opts: { jobId: `j${from + index}`, priority: 10, removeOnComplete: true },
        })),
      )
  })
  await queue.close()
}

async function restingResults(): Promise<void> {
  await redis.flushall()
  const flac = Buffer.alloc(resultBytes, 7)
  await costOf('a result that waits', 1000, async () => {
    for (let index = 0; index < 1000; index += 1) await redis.set(keyOf(index), flac, 'EX', 600)
  })
  await costOf('a result that is fetched', 1000, async () => {
    for (let index = 0; index < 1000; index += 1) await redis.getBuffer(keyOf(index))
  })
}

async function heartbeats(): Promise<void> {
  await redis.flushall()
  await costOf('a heartbeat', 10_000, async () => {
    for (let index = 0; index < 10_000; index += 1)
      await redis
        .pipeline()
        .zadd('workers', index, `worker-${index % 1000}`)
        .set(`worker:${index % 1000}`, JSON.stringify(recipe), 'EX', 10)
        .get(`wish:${index % 1000}`)
        .exec()
  })
}

try {
  await redis.ping()
  for (const [bytes, listeners] of [
    [0, 0],
    [0, 1],
    [0, 11],
    [resultBytes, 1],
  ] as const)
    await cycles(bytes, listeners)
  await waitingJobs()
  await restingResults()
  await heartbeats()
} finally {
  redis.disconnect()
  server.kill()
  await once(server, 'exit')
  rmSync(folder, { recursive: true, force: true })
}
process.exit()
