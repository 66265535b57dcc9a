// The farm's tests stand on these: a line that is cut, frozen and restored, and a Redis that is killed and comes back.
import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { Redis } from 'ioredis'
import { describe, expect, test } from 'vitest'
import { farmOfEachTest } from './farm-of-each-test.ts'
import { hasOwnNetworks, makeOwnNetwork } from './own-network.ts'
import { redis } from './redis-server.ts'

const farm = farmOfEachTest()

/** A client without any cleverness. */
async function client(url: string, more: object = {}) {
  const made = new Redis(url, { retryStrategy: () => null, maxRetriesPerRequest: 0, ...more })
  farm.own(() => made.disconnect())
  made.on('error', () => {})
  const closed = new Promise<void>((resolve) => made.once('close', () => resolve()))
  return { made, closed, set: (value: string) => made.set('key', value) }
}

describe.skipIf(!redis.isThere)('a line to Redis', () => {
  const through = async () => {
    const server = await farm.redis()
    const line = await farm.line({ port: server.port })
    return { server, line, url: server.url({ port: line.port }) }
  }

  test('that is cut breaks at once, takes nobody until it is restored, and leaves others alone', async () => {
    const { server, line, url } = await through()
    const [cut, other] = [await client(url), await client(server.url())]
    await cut.set('1')
    line.cut()
    await cut.closed
    await expect(cut.set('2')).rejects.toThrow()
    const refused = await client(url)
    await refused.closed
    await other.set('3')
    line.restore()
    expect(await (await client(url)).made.get('key')).toBe('3')
    expect(line.connections()).toBe(1)
  })

  test('that is frozen is open and silent; what was sent comes when it is restored', async () => {
    const { server, line, url } = await through()
    const frozen = await client(url)
    await frozen.set('1')
    line.freeze()
    const late = frozen.set('2')
    const meanwhile = await Promise.race([late, server.command('GET', 'key')])
    expect(meanwhile).toBe('1')
    expect(line.connections()).toBe(1)
    line.restore()
    expect(await late).toBe('OK')
    expect(await server.command('GET', 'key')).toBe('2')
  })

  test('that is slow is late each way, in order', async () => {
    const { server, line, url } = await through()
    const slow = await client(url)
    await slow.set('1')
    line.slow(30)
    const began = performance.now()
    await Promise.all([slow.set('2'), slow.set('3')])
    // Timers may be early by less than a millisecond.
    expect(performance.now() - began).toBeGreaterThan(58)
    expect(await server.command('GET', 'key')).toBe('3')
  })
})

describe.skipIf(!redis.isThere)('a Redis', () => {
  test.each([
    [{ appendOnly: true }, 'kept'],
    [{}, null],
  ])('that is killed comes back on its port: %o', async (options, found) => {
    const server = await farm.redis({
      ...options,
      user: { name: 'worker', rules: '~* +@all' },
      password: 'p@ss',
    })
    const before = await client(server.url())
    await before.set('kept')
    await server.kill()
    await before.closed
    await server.startAgain()
    expect(await (await client(server.url())).made.get('key')).toBe(found)
  })

  test('that is paused answers when it goes on', async () => {
    const server = await farm.redis({ maxMemory: '64mb' })
    const paused = await client(server.url())
    const impatient = await client(server.url(), { commandTimeout: 100 })
    await Promise.all([paused.set('1'), impatient.set('1')])
    server.pause()
    await expect(impatient.set('2')).rejects.toThrow('timed out')
    server.resume()
    await paused.set('3')
    await server.configure('maxmemory', '1')
    await expect(paused.set('4')).rejects.toThrow('OOM')
    await server.flush()
    expect(await paused.made.dbsize()).toBe(0)
  })

  test.skipIf(!redis.hasTls)('with TLS is trusted by its certificate alone', async () => {
    const server = await farm.redis({ tls: true })
    const stranger = await client(server.url())
    await stranger.closed
    const ca = readFileSync(server.certificate ?? '')
    expect(await (await client(server.url(), { tls: { ca } })).set('1')).toBe('OK')
  })
})

test('a worker that ends before it is ready is told with what it said', async () => {
  const worker = farm.worker({ redis: 'redis://127.0.0.1:1', more: ['--no-such-word'] })
  await expect(worker.ready).rejects.toThrow(/ended with [1-9][\s\S]*\w/)
})

test.skipIf(!hasOwnNetworks || !redis.isThere)(
  'a network of its own reaches Redis until its cable is pulled',
  async () => {
    const network = makeOwnNetwork()
    farm.own(network.end)
    const server = await farm.redis({ bind: [network.host] })
    const ping = (timeout?: number) => {
      const [program, ...words] = network.within
      const asked = [...words, 'redis-cli', '-u', server.url({ host: network.host }), 'PING']
      return spawnSync(program ?? '', asked, { timeout }).stdout.toString()
    }
    expect(ping()).toContain('PONG')
    network.pull()
    expect(ping(300)).not.toContain('PONG')
    network.plug()
    expect(ping()).toContain('PONG')
  },
)
