// Limits that hold for all workers of a source together, on a real Redis.
import { describe, expect, test } from 'vitest'
import { openQueue, type Queue } from '../../src/io/farm/bull.ts'
import { connectRedis } from '../../src/io/farm/redis.ts'
import { sayLimits } from '../../src/io/farm/shared-limits.ts'
import { farmOfEachTest } from './farm-of-each-test.ts'
import { redis } from './redis-server.ts'

const farm = farmOfEachTest()

async function openedQueue(): Promise<{ queue: Queue; flush: () => Promise<void> }> {
  const server = await farm.redis()
  const connection = await connectRedis({ address: server.url(), password: null }, 'waits')
  farm.own(() => connection.disconnect())
  const queue = await openQueue('speak', { connection, prefix: 'lectern' })
  farm.own(() => queue.close())
  return { queue, flush: server.flush }
}
const limitsOf = async (queue: Queue) => ({
  rate: await queue.getGlobalRateLimit(),
  together: await queue.getGlobalConcurrency(),
})
const none = { requestsPerMinute: null, together: null }

describe.skipIf(!redis.isThere)('of workers that say different limits', () => {
  test('the lowest holds, whoever speaks last', async () => {
    const { queue } = await openedQueue()
    await sayLimits(queue, { requestsPerMinute: 600, together: 4 }, true)
    await sayLimits(queue, { requestsPerMinute: 60, together: 2 }, false)
    await sayLimits(queue, { requestsPerMinute: 600, together: 4 }, false)
    await sayLimits(queue, none, false)
    expect(await limitsOf(queue)).toEqual({ rate: { max: 1, duration: 1050 }, together: 2 })
  })

  test('the one that begins alone says them anew: higher, or none at all', async () => {
    const { queue } = await openedQueue()
    await sayLimits(queue, { requestsPerMinute: 60, together: 2 }, true)
    await sayLimits(queue, { requestsPerMinute: 600, together: 8 }, true)
    expect(await limitsOf(queue)).toEqual({ rate: { max: 1, duration: 105 }, together: 8 })
    await sayLimits(queue, none, true)
    expect(await limitsOf(queue)).toEqual({ rate: null, together: null })
  })

  test('a Redis that was emptied is told again', async () => {
    const { queue, flush } = await openedQueue()
    const limits = { requestsPerMinute: 60, together: 2 }
    await sayLimits(queue, limits, true)
    await flush()
    await sayLimits(queue, limits, false)
    expect(await limitsOf(queue)).toEqual({ rate: { max: 1, duration: 1050 }, together: 2 })
  })
})
