// A worker that is ended ends, whatever has become of the Redis it works for.
import { describe, expect, test } from 'vitest'
import { bookOf } from './farm-studio.ts'
import { farmScene } from './farm-scene.ts'
import { redis } from './redis-server.ts'

const { farm, scene, narrated, askedOf } = farmScene(bookOf('the well', 1, 4))
/** What hangs is ended: it would never end by itself. */
const limit = { timeout: 100_000 }

describe.skipIf(!redis.isThere)('a worker whose Redis is away', () => {
  test('ends with 0 where it has nothing to do', limit, async () => {
    const server = await farm.redis()
    const worker = farm.worker({ redis: server.url(), voices: 'espeak', lanes: 1 })
    await worker.ready
    await server.kill()
    // Until it knows: its lines are being made anew then.
    await new Promise((resolve) => setTimeout(resolve, 1000))
    expect(await worker.stop()).toBe(0)
    expect(worker.told()).toContainEqual({ event: 'ended', spoken: 0, failed: 0 })
  })

  test('ends with 0 where it holds what it cannot hand in', limit, async () => {
    const server = await farm.redis()
    const { studio, worker } = await scene(server)
    const attic = worker('Attic')
    await attic.ready
    await studio.workers(1)
    await narrated(studio)
    await askedOf(2)
    await server.kill()
    expect(await attic.stop()).toBe(0)
  })

  test('ends with 0 where that goes away while it comes to its end', limit, async () => {
    const server = await farm.redis()
    const { studio, worker } = await scene(server)
    const attic = worker('Attic')
    await attic.ready
    await studio.workers(1)
    await narrated(studio)
    await askedOf(2)
    const ended = attic.stop()
    await server.kill()
    expect(await ended).toBe(0)
  })
})

describe.skipIf(!redis.isThere)('a worker that is looked for', () => {
  test('goes on where its Redis does not let it answer', limit, async () => {
    const user = { name: 'worker', rules: '~* &* +@all' }
    const server = await farm.redis({ user })
    const worker = farm.worker({ redis: server.url(), voices: 'espeak', lanes: 1 })
    const id = await worker.ready
    await server.command('ACL', 'SETUSER', user.name, '-publish')
    await server.command('PUBLISH', 'lectern:stir', id)
    const refused = async () => JSON.stringify(await server.command('ACL', 'LOG'))
    while (!(await refused()).includes('publish'))
      await new Promise((resolve) => setTimeout(resolve, 50))
    expect(await worker.stop()).toBe(0)
  })
})

describe.skipIf(!redis.isThere)('a worker on a Redis as shared takes need it', () => {
  test('prints no warning about that', limit, async () => {
    const server = await farm.redis({ maxMemory: '64mb', policy: 'volatile-lru' })
    const worker = farm.worker({ redis: server.url(), voices: 'espeak', lanes: 1 })
    await worker.ready
    expect(await worker.stop()).toBe(0)
    expect(worker.output()).not.toContain('volatile-lru')
  })
})
