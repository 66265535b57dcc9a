// The rights that docs/farm.md gives to the farm's user: enough for all that a farm does, and for nothing else.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Queue, RateLimitError, WaitingError, Worker } from 'bullmq'
import { Redis } from 'ioredis'
import { describe, expect, test } from 'vitest'
import { farmOfEachTest } from './farm-of-each-test.ts'
import { redis } from './redis-server.ts'

const docs = join(import.meta.dirname, '..', '..', 'docs')
const read = (name: string) => readFileSync(join(docs, name), 'utf8')
const rulesIn = (text: string) => /^ *user lectern on >\S+ (.+)$/m.exec(text)?.[1] ?? ''
const rules = rulesIn(read('farm.md'))
const farm = farmOfEachTest()

test('the example for compose gives the rights that docs/farm.md explains', () => {
  expect(rules).toContain('~lectern:*')
  expect(rulesIn(read('farm-compose.yml'))).toBe(rules)
})

describe.skipIf(!redis.isThere)('the user of the farm', () => {
  const open = async () => {
    const server = await farm.redis({ user: { name: 'lectern', rules }, password: 'secret' })
    return () => {
      const made = new Redis(server.url(), { maxRetriesPerRequest: null })
      farm.own(() => made.disconnect())
      return made
    }
  }

  test('may bring jobs, rank them, take them, pass them on, pause them and tell of them', async () => {
    const client = await open()
    const options = { prefix: 'lectern', connection: client() }
    const queue = new Queue('speak', options)
    const refused: unknown[] = []
    queue.on('error', (error) => refused.push(error))
    const once = { removeOnComplete: true, removeOnFail: true, priority: 4 }
    const jobs = ['passed-on', 'paused-at', 'failing', 'last']
    for (const jobId of [...jobs, 'gone']) await queue.add('speak', {}, { ...once, jobId })
    await queue.setGlobalConcurrency(2)
    await queue.setGlobalRateLimit(100, 1)
    await (await queue.getJob('passed-on'))?.changePriority({ priority: 1 })
    await queue.remove('gone')
    expect(await queue.getJobState('gone')).toBe('unknown')
    expect(await queue.getJobCounts('prioritized', 'wait', 'delayed')).toMatchObject({
      prioritized: jobs.length,
    })

    const ear = client()
    await ear.subscribe('lectern:over')
    const heard = new Promise((resolve) => ear.once('message', (_, text) => resolve(text)))
    const seen = new Set<string>()
    const worker = new Worker(
      'speak',
      async (job, token) => {
        const isFirst = job.id !== undefined && !seen.has(job.id)
        seen.add(job.id ?? '')
        if (job.id === 'passed-on' && isFirst) {
          await job.moveToWait(token)
          throw new WaitingError()
        }
        if (job.id === 'paused-at' && isFirst) {
          await queue.rateLimit(1)
          throw new RateLimitError()
        }
        if (job.id === 'failing') throw new Error('as a voice does')
      },
      { ...options, lockDuration: 200, stalledInterval: 50, name: 'w-1' },
    )
    worker.on('error', (error) => refused.push(error))
    await new Promise<void>((resolve) => {
      const ended = new Set<string | undefined>()
      const end = (id: string | undefined) => ended.add(id).size === jobs.length && resolve()
      worker.on('completed', ({ id }) => end(id))
      worker.on('failed', (job) => end(job?.id))
    })
    await worker.close()
    await options.connection.publish('lectern:over', 'told')
    expect(await heard).toBe('told')
    await queue.close()
    expect(refused).toEqual([])
    expect([...seen].toSorted()).toEqual(jobs.toSorted())
  })

  test('may keep sounds, leases and announcements, and ask how much memory there is', async () => {
    const one = (await open())()
    await one.set('lectern:sound:1', Buffer.from('sound'), 'PX', 1000, 'NX')
    expect((await one.getrangeBuffer('lectern:sound:1', 0, 10)).toString()).toBe('sound')
    await one.multi().sadd('lectern:workers', 'w').pexpire('lectern:workers', 1000).exec()
    expect(await one.smembers('lectern:workers')).toEqual(['w'])
    await one.srem('lectern:workers', 'w')
    expect(await one.scard('lectern:workers')).toBe(0)
    expect(await one.mget('lectern:sound:1', 'lectern:none')).toEqual(['sound', null])
    expect(await one.exists('lectern:sound:1')).toBe(1)
    expect(await one.del('lectern:sound:1')).toBe(1)
    expect(await one.info('memory')).toContain('maxmemory_policy')
    expect(await one.ping()).toBe('PONG')
  })

  test.each([
    ['GET', 'another:key'],
    ['SET', 'another:key', 'x'],
    ['PUBLISH', 'another', 'x'],
    ['EVAL', "return redis.call('GET', 'another:key')", '0'],
    ['KEYS', '*'],
    ['SCAN', '0'],
    ['FLUSHALL'],
    ['FLUSHDB'],
    ['SCRIPT', 'FLUSH'],
    ['FUNCTION', 'FLUSH'],
    ['CONFIG', 'GET', 'dir'],
    ['ACL', 'LIST'],
    ['CLIENT', 'LIST'],
    ['CLIENT', 'KILL', 'ID', '1'],
    ['MONITOR'],
    ['SAVE'],
    ['SHUTDOWN'],
    ['SELECT', '1'],
  ])('may not %s %s', async (name, ...words) => {
    const one = (await open())()
    await expect(one.call(name, ...words)).rejects.toThrow(/NOPERM|user executing the script/)
  })
})
