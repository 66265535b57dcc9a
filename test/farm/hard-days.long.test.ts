// A Redis that has its own troubles.
import { setTimeout as pause } from 'node:timers/promises'
import { Redis } from 'ioredis'
import { describe, expect, test } from 'vitest'
import { bookOf } from './farm-studio.ts'
import { farmScene } from './farm-scene.ts'
import { redis, type StartedRedis } from './redis-server.ts'

const { farm, scene, narrated, finishes, soundsHere, asked, askedOf } = farmScene(
  bookOf('the mill', 1, 12),
)

/** So many, and then it is enough: a busy machine would lose them faster than it speaks. */
const mostEvicted = 40
/** Somebody else who uses the same Redis up to the brim; notes which keys of the farm had to go. */
const neighbourOf = async (server: StartedRedis) => {
  await server.configure('notify-keyspace-events', 'Ee')
  const line = new Redis(server.url())
  const ear = new Redis(server.url())
  // A Redis that ends before them is not worth a word.
  for (const client of [line, ear]) client.on('error', () => {})
  const evicted: string[] = []
  ear.on('message', (_, key: string) => key.startsWith('lectern:') && evicted.push(key))
  await ear.subscribe('__keyevent@0__:evicted')
  let count = 0
  const timer = setInterval(() => {
    if (evicted.length >= mostEvicted) return
    count += 1
    line.set(`other:${count}`, Buffer.alloc(32_000, count), 'PX', 600_000).catch(() => {})
  }, 8)
  farm.own(() => {
    clearInterval(timer)
    line.disconnect()
    ear.disconnect()
  })
  return { evicted }
}
/** Takes away what is called so; false: nothing is. */
const loses = async (server: StartedRedis, pattern: string) => {
  const keys = (await server.command('KEYS', pattern)) as string[]
  return keys.length > 0 && Number(await server.command('DEL', ...keys)) > 0
}

describe.skipIf(!redis.isThere)('a Redis that throws out what it should keep', () => {
  test.each([
    ['allkeys-lru', /^lectern:speak-.*:(meta|events|id)$/],
    ['volatile-lru', /^lectern:(sources|worker):/],
  ] as const)('has it brought again: %s', async (policy, among) => {
    const here = await soundsHere()
    const server = await farm.redis({ maxMemory: '5mb', policy })
    const { studio, worker } = await scene(server)
    await worker('Attic').ready
    await studio.workers(1)
    const neighbour = await neighbourOf(server)
    while (!neighbour.evicted.some((key) => among.test(key))) await pause(20)
    const before = neighbour.evicted.length
    const book = await narrated(studio)
    await finishes(studio, book)
    expect(neighbour.evicted.length).toBeGreaterThan(before)
    expect(await studio.sounds(book.projectId)).toEqual(here)
  })

  test('has it brought again: a part of what BullMQ keeps of the jobs, whichever it is', async () => {
    const here = await soundsHere()
    const server = await farm.redis()
    const { studio, worker } = await scene(server)
    await worker('Attic').ready
    await studio.workers(1)
    const book = await narrated(studio)
    // What goes first is chance elsewhere.
    for (const part of [':prioritized', '.1', ':active', ':lock', ':meta', '']) {
      const before = await asked()
      while (!(await loses(server, `lectern:speak-*${part}`))) await pause(10)
      await askedOf(before + 1)
    }
    await finishes(studio, book)
    expect(await studio.sounds(book.projectId)).toEqual(here)
  })
})

describe.skipIf(!redis.isThere)('a Redis that is slow', () => {
  test('has a book be later, and wait where there is no answer at all', async () => {
    const here = await soundsHere()
    const server = await farm.redis()
    const line = await farm.line({ port: server.port })
    line.slow(40)
    const { studio, worker } = await scene(server)
    await worker('Far', { redis: server.url({ port: line.port }) }).ready
    await studio.workers(1)
    const book = await narrated(studio)
    for (const count of [2, 4]) {
      await askedOf(count)
      server.pause()
      await pause(1500)
      server.resume()
    }
    await askedOf(6)
    server.pause()
    await studio.jobThat(book.jobId, ({ waiting }) => waiting?.failure.code === 'farm-away')
    server.resume()
    const rows = await finishes(studio, book)
    // Twice at most what was under way.
    expect(await asked()).toBeLessThanOrEqual(rows + 3)
    expect(await studio.sounds(book.projectId)).toEqual(here)
  })
})
