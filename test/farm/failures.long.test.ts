// What becomes of a book while its farm fails: it waits and says so, goes on by itself, and loses nothing.
import { describe, expect, test } from 'vitest'
import { startSpeechServer } from '../speech-server/start-speech-server.ts'
import { farmScene } from './farm-scene.ts'
import { bookOf } from './farm-studio.ts'
import { redis } from './redis-server.ts'

const { farm, scene, narrated, finishes, asked, askedOf, speech } = farmScene(
  bookOf('the mill', 1, 12),
)

describe.skipIf(!redis.isThere)('a book whose farm fails', () => {
  test('waits for a Redis that is away and for a worker, and says which of the two', async () => {
    const server = await farm.redis()
    await server.stop()
    const { studio, worker } = await scene(server)
    const book = await narrated(studio)
    const awaits = (code: string) =>
      studio.jobThat(book.jobId, ({ waiting }) => waiting?.failure.code === code)
    await awaits('farm-away')
    expect(await studio.view()).toMatchObject({ state: 'away', failure: { code: 'farm-away' } })
    await server.startAgain()
    await studio.farmThat(({ state }) => state === 'connected')
    await awaits('farm-empty')
    worker('Late')
    await finishes(studio, book)
  })

  test('goes on when Redis is killed in the middle and comes back empty', async () => {
    const server = await farm.redis()
    const { studio, worker } = await scene(server)
    await worker('Attic').ready
    await studio.workers(1)
    const book = await narrated(studio)
    await askedOf(4)
    await server.kill()
    await studio.farmThat(({ state }) => state === 'away')
    await server.startAgain()
    const rows = await finishes(studio, book)
    // Twice at most what was under way: two at the server, one behind each.
    expect(await asked()).toBeLessThanOrEqual(rows + 6)
  })

  test('is taken over by others when a worker is killed', async () => {
    const server = await farm.redis()
    const { studio, worker } = await scene(server)
    const killed = worker('Killed')
    await killed.ready
    await worker('Other').ready
    await studio.workers(2)
    const book = await narrated(studio)
    await askedOf(4)
    await killed.kill()
    const rows = await finishes(studio, book)
    expect(await asked()).toBeLessThanOrEqual(rows + 3)
    await studio.farmThat(({ workers }) => workers.length === 1)
  })

  test('is not held by a worker that is frozen', async () => {
    const server = await farm.redis()
    const { studio, worker } = await scene(server)
    const frozen = worker('Frozen')
    await frozen.ready
    await worker('Other').ready
    await studio.workers(2)
    const book = await narrated(studio)
    await askedOf(4)
    frozen.freeze()
    const rows = await finishes(studio, book)
    expect(await asked()).toBeLessThanOrEqual(rows + 3)
  })

  test('is spoken here while nobody is there, where a person has allowed it', async () => {
    const server = await farm.redis()
    const { studio } = await scene(server, { speakHere: true })
    const book = await narrated(studio)
    const rows = await finishes(studio, book)
    expect(await asked()).toBe(rows)
  })

  test('is spoken here when the only worker is killed amid it, what that one held too', async () => {
    const server = await farm.redis()
    const { studio, worker } = await scene(server, { speakHere: true })
    const killed = worker('Killed')
    await killed.ready
    await studio.workers(1)
    const book = await narrated(studio)
    await askedOf(4)
    await killed.kill()
    await finishes(studio, book)
  })

  test('waits while Redis has no memory left, and goes on when it has', async () => {
    const server = await farm.redis()
    const { studio, worker } = await scene(server)
    await worker('Attic').ready
    await studio.workers(1)
    await server.configure('maxmemory', '1')
    const book = await narrated(studio)
    await studio.jobThat(book.jobId, ({ waiting }) => waiting?.failure.code === 'farm-full')
    await server.configure('maxmemory', '0')
    await finishes(studio, book)
  })

  test('is paused, gone on with and retired from by its workers as a person wishes', async () => {
    const server = await farm.redis()
    const { studio, worker } = await scene(server)
    const made = worker('Attic')
    const workerId = await made.ready
    await studio.workers(1)
    await studio.call('farm.wish', { workerId, wish: 'pause' })
    await studio.farmThat(({ workers }) => workers[0]?.wish === 'pause')
    const book = await narrated(studio)
    await studio.jobThat(book.jobId, ({ waiting }) => waiting?.failure.code === 'farm-empty')
    expect(await asked()).toBe(0)
    await studio.call('farm.wish', { workerId, wish: 'work' })
    await finishes(studio, book)
    await studio.call('farm.wish', { workerId, wish: 'retire' })
    expect(await made.ended).toBe(0)
  })

  test('is spoken by the others where one worker has a trouble of its own, such as a key', async () => {
    const server = await farm.redis()
    const { studio, worker } = await scene(server)
    const refusing = await startSpeechServer({})
    farm.own(() => refusing.close())
    await refusing.control('bad-key')
    const keyless = farm.folder()
    await studio.addServer(refusing.url, 2, [keyless])
    await worker('Keyless', { data: keyless }).ready
    await worker('Other').ready
    await studio.workers(2)
    const book = await narrated(studio)
    const rows = await finishes(studio, book)
    expect(await asked()).toBe(rows)
    // At first, before its answer is here; then it rests.
    const refused = (await refusing.stats()).requests.length
    expect(refused).toBeGreaterThan(0)
    expect(refused).toBeLessThan(rows)
  })

  test('waits for a person where all of its workers have that trouble', async () => {
    const server = await farm.redis()
    const { studio, worker } = await scene(server)
    await speech().control('bad-key')
    await worker('Keyless').ready
    await studio.workers(1)
    const { jobId } = await narrated(studio)
    expect(await studio.jobThat(jobId, ({ state }) => state === 'paused')).toMatchObject({
      failure: { code: 'key-refused' },
    })
  })
})

describe.skipIf(!redis.isThere)('two studios with one farm', () => {
  test('have the same sentences spoken once, also when one of them gives up', async () => {
    const server = await farm.redis()
    const { studio: one, worker } = await scene(server)
    const { studio: other } = await scene(server)
    await worker('Attic').ready
    await Promise.all([one.workers(1), other.workers(1)])
    const first = await narrated(one)
    const second = await narrated(other)
    await askedOf(4)
    await one.call('job.cancel', { jobId: first.jobId })
    const rows = await finishes(other, second)
    expect(await asked()).toBe(rows)
  })

  test('that share their takes ask no voice for what one of them has', async () => {
    const server = await farm.redis()
    const { studio: one, worker } = await scene(server, { shares: 'redis' })
    await worker('Attic').ready
    await one.workers(1)
    const first = await narrated(one)
    const rows = await finishes(one, first)
    const before = await asked()
    const { studio: other } = await scene(server, { shares: 'redis', speakHere: true })
    await other.farmThat(({ state }) => state === 'connected')
    const second = await narrated(other)
    await finishes(other, second)
    expect(await asked()).toBe(before)
    expect(await other.sounds(second.projectId)).toEqual(await one.sounds(first.projectId))
    expect((await other.view()).shared).toMatchObject({ hits: rows })
  })
})
