// A server that asks one worker for a pause is left alone by all of them.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { describe, expect, test } from 'vitest'
import { fail } from '../../src/core/base/failure-error.ts'
import { systemClock } from '../../src/io/clock.ts'
import { createFarmAsking } from '../../src/io/farm/farm-asking.ts'
import { queueName } from '../../src/io/farm/farm-keys.ts'
import { openFarmLine } from '../../src/io/farm/farm-line.ts'
import { startFarmWorker } from '../../src/io/farm/farm-worker.ts'
import { silentLog } from '../fixtures/silent-log.ts'
import { plainVoice, quietCodecs, voiceOf } from '../fixtures/studio-ports.ts'
import { farmOfEachTest } from './farm-of-each-test.ts'
import { redis } from './redis-server.ts'

const farm = farmOfEachTest()
const seconds = 2
/** Enough for one worker to ask all the while. */
const segments = 40
const parts = { clock: systemClock, log: silentLog }
const { signal } = new AbortController()

describe.skipIf(!redis.isThere)('a server that asks for a pause', () => {
  test('is asked by no worker of its farm before that is over', async () => {
    const server = await farm.redis()
    const place = { address: server.url(), password: null }
    const folder = farm.folder()
    const flac = join(folder, 'sound.flac')
    writeFileSync(flac, 'fLaC and so on')
    const made = { ...(await quietCodecs().prepare([{ file: 'sound' }], signal)), file: flac }
    const codecs = { prepare: async () => made, check: async () => made, discard: async () => {} }

    let refusedAt = Infinity
    const asked: number[] = []
    const voice = voiceOf(async () => {
      asked.push(performance.now())
      await pause(50)
      if (refusedAt !== Infinity) return { file: 'sound' }
      refusedAt = performance.now()
      throw fail('server-busy', { server: 'Box', seconds })
    }, 1)
    for (const name of ['Attic', 'Other']) {
      const worker = await startFarmWorker({
        ...{ ...parts, place, codecs, name, prefix: 'lectern', version: '1', providers: [voice] },
        ...{ lanes: 1, together: null, voices: null },
      })
      farm.own(() => worker.close())
    }

    const line = await openFarmLine(place, 'lectern', silentLog)
    farm.own(() => line.close())
    const board = { all: () => [], distrusted: () => [], idleFor: () => [], mayTake: () => true }
    const asking = createFarmAsking(
      { line, board: board as never },
      { ...parts, codecs, spool: folder },
    )
    farm.own(() => asking.close())
    await expect.poll(() => line.state).toBe('connected')
    const { endpointId } = voice
    const queue = queueName(voice.name, endpointId)
    const ask = (_: unknown, number: number) =>
      asking.ask(
        {
          ...{ queue, endpointId, jobId: `${number}.1`, haste: () => 'rest' as const },
          job: { voice: plainVoice, spoken: [{ text: 'A sentence.' }], rate: 1 },
        },
        signal,
      )
    await Promise.all(Array.from({ length: segments }, ask))
    expect(asked).toHaveLength(segments + 1)
    // What both were saying when the answer came, and what was on its way to Redis then.
    const amid = asked.filter((at) => at > refusedAt + 500 && at < refusedAt + seconds * 950)
    expect(amid).toEqual([])
  })
})
