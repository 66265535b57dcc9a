// A job that one asker of a studio gives up, and another one wants.
import { describe, expect, test } from 'vitest'
import { fail } from '../../src/core/base/failure-error.ts'
import { systemClock } from '../../src/io/clock.ts'
import { createFarmAsking } from '../../src/io/farm/farm-asking.ts'
import { openFarmLine } from '../../src/io/farm/farm-line.ts'
import type { FarmWish } from '../../src/io/farm/farm-wish.ts'
import type { WorkerBoard } from '../../src/io/farm/worker-board.ts'
import { silentLog } from '../fixtures/silent-log.ts'
import { farmOfEachTest } from './farm-of-each-test.ts'
import { redis } from './redis-server.ts'

const farm = farmOfEachTest()
const queue = 'speak-test'
const wishOf = (jobId: string) =>
  ({
    ...{ jobId, queue, endpointId: 'box', haste: () => 'rest' },
    job: { voice: { id: 'box:alloy', name: 'alloy', label: 'Alloy' } },
  }) as unknown as FarmWish
/** Somebody might take everything, and takes nothing. */
const board = {
  ...{ distrusted: () => [], all: () => [], idleFor: () => [], mayTake: () => true },
} as unknown as WorkerBoard

describe.skipIf(!redis.isThere)('a job that one who asked gives up', () => {
  test('stays for another who asks, and goes with the last', async () => {
    const server = await farm.redis()
    const place = { address: server.url(), password: null }
    const line = await openFarmLine(place, 'lectern', silentLog)
    farm.own(() => line.close())
    while (line.state !== 'connected') await new Promise((resolve) => setTimeout(resolve, 20))
    const codecs = { check: () => Promise.reject(fail('cancelled')) }
    const parts = { spool: farm.folder(), codecs, clock: systemClock, log: silentLog }
    const asking = createFarmAsking({ line, board }, parts)
    farm.own(() => asking.close())
    const ask = (jobId: string) => {
      const given = new AbortController()
      const end = asking.ask(wishOf(jobId), given.signal).then(
        () => 'spoken',
        () => 'given up',
      )
      return { end, giveUp: () => (given.abort(new Error('given up')), end) }
    }
    const isThere = async (jobId: string) =>
      (await server.command('EXISTS', `lectern:${queue}:${jobId}`)) === 1
    const until = async (isSo: () => Promise<boolean>) => {
      while (!(await isSo())) await new Promise((resolve) => setTimeout(resolve, 20))
    }
    const [one, other, third] = [ask('wanted'), ask('wanted'), ask('unwanted')]
    await until(async () => (await isThere('wanted')) && isThere('unwanted'))
    await one.giveUp()
    await third.giveUp()
    // Given up after the first, on the same line.
    await until(async () => !(await isThere('unwanted')))
    expect(await isThere('wanted')).toBe(true)
    expect(await server.command('SCARD', 'lectern:wanted:wanted')).toBe(1)
    await other.giveUp()
    await until(async () => !(await isThere('wanted')))
  })
})
