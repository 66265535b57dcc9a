// A network that is cut amid a book: with an end that both sides see, and without a word, as where a cable is pulled.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { describe, expect, test } from 'vitest'
import { dataFolderAt } from '../../src/io/data-folder.ts'
import { bookOf } from './farm-studio.ts'
import { farmScene } from './farm-scene.ts'
import { hasOwnNetworks, makeOwnNetwork, type OwnNetwork } from './own-network.ts'
import { redis, type StartedRedis } from './redis-server.ts'

const { farm, speech, scene, narrated, finishes, soundsHere, asked, askedOf } = farmScene(
  bookOf('the mill', 1, 12),
)

const locksOf = async (server: StartedRedis) =>
  (await server.command('KEYS', 'lectern:speak-*:lock')) as string[]
/** Resolves when whoever holds a job now has lost it, for it was not heard of for so long. */
const allLocksLost = async (server: StartedRedis) => {
  const held = new Set(await locksOf(server))
  expect(held.size).toBeGreaterThan(0)
  while ((await locksOf(server)).some((key) => held.has(key))) await pause(100)
}
/** What a worker in a network of its own must know to reach Redis, and the speech server that is in none. */
const wayIn = async (network: OwnNetwork, server: StartedRedis, data: string) => {
  const line = await farm.line({ port: speech().port }, network.host)
  const own = farm.folder()
  const { servers } = dataFolderAt(own)
  mkdirSync(dirname(servers), { recursive: true })
  const known = readFileSync(dataFolderAt(data).servers, 'utf8')
  const url = `http://${network.host}:${line.port}/v1`
  const reached = known
    .replace(speech().url, url)
    .replace(/"allowPlain":\s*false/, '"allowPlain":true')
  writeFileSync(servers, reached)
  const redisUrl = server.url({ host: network.host })
  return { data: own, redis: redisUrl, within: network.within, more: ['--allow-plain'] }
}
/**
 * Workers whose way to Redis is cut: one is told, one is not, and of one the cable is pulled, where there can be one.
 */
const cutScene = async () => {
  const network = hasOwnNetworks ? makeOwnNetwork() : null
  if (network) farm.own(network.end)
  const server = await farm.redis({ bind: network ? [network.host] : [] })
  const to = { port: server.port }
  const [told, untold] = [await farm.line(to), await farm.line(to)]
  const { studio, worker, data } = await scene(server)
  const workers = [
    worker('Told', { lanes: 1, redis: server.url({ port: told.port }) }),
    worker('Untold', { lanes: 1, redis: server.url({ port: untold.port }) }),
    ...(network
      ? [worker('Unplugged', { lanes: 1, ...(await wayIn(network, server, data)) })]
      : []),
  ]
  await Promise.all(workers.map(({ ready }) => ready))
  await studio.workers(workers.length)
  const cut = () => {
    told.cut()
    untold.freeze()
    network?.pull()
  }
  const mend = () => {
    told.restore()
    untold.restore()
    network?.plug()
  }
  return { server, studio, worker, count: workers.length, cut, mend }
}

describe.skipIf(!redis.isThere)('workers that are cut off from Redis', () => {
  test('speak the book when they are back, though it is longer than their jobs are theirs', async () => {
    const here = await soundsHere()
    const { server, studio, count, cut, mend } = await cutScene()
    const book = await narrated(studio)
    await askedOf(4)
    cut()
    await allLocksLost(server)
    await studio.jobThat(book.jobId, ({ waiting }) => waiting?.failure.code === 'farm-empty')
    mend()
    const rows = await finishes(studio, book)
    expect(await asked()).toBeLessThanOrEqual(rows + 2 * count)
    expect(await studio.sounds(book.projectId)).toEqual(here)
  })
  test('leave the book to one that is not', async () => {
    const here = await soundsHere()
    const { studio, worker, count, cut, mend } = await cutScene()
    await worker('Other', { lanes: 1 }).ready
    await studio.workers(count + 1)
    const book = await narrated(studio)
    await askedOf(4)
    cut()
    const rows = await finishes(studio, book)
    expect(await asked()).toBeLessThanOrEqual(rows + 2 * count)
    expect(await studio.sounds(book.projectId)).toEqual(here)
    // And all of them are back by themselves.
    mend()
    await studio.workers(count + 1)
  })
})

describe.skipIf(!redis.isThere)('a studio that is cut off from Redis', () => {
  test('waits, says so, and goes on', async () => {
    const here = await soundsHere()
    const server = await farm.redis()
    const line = await farm.line({ port: server.port })
    const { studio, worker } = await scene(server, {}, { port: line.port })
    await worker('Attic').ready
    await studio.workers(1)
    const book = await narrated(studio)
    const awaits = (code?: string) =>
      studio.jobThat(book.jobId, ({ waiting }) => waiting?.failure.code === code)
    await askedOf(3)
    line.cut()
    await awaits('farm-away')
    line.restore()
    await awaits()
    line.freeze()
    await awaits('farm-away')
    line.restore()
    const rows = await finishes(studio, book)
    expect(await asked()).toBe(rows)
    expect(await studio.sounds(book.projectId)).toEqual(here)
  })
})
