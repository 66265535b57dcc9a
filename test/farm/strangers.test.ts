// Workers that are not to be believed: of another version, or whose answers are no sound.
import { Redis } from 'ioredis'
import { Worker } from 'bullmq'
import { describe, expect, test } from 'vitest'
import { farmKeys, queueName } from '../../src/io/farm/farm-keys.ts'
import { farmProtocol } from '../../src/io/farm/protocol.ts'
import { bookOf, openFarmStudio } from './farm-studio.ts'
import { farmOfEachTest } from './farm-of-each-test.ts'
import { redis } from './redis-server.ts'

const farm = farmOfEachTest()
const keys = farmKeys('lectern')

/** Says what a worker says, whether or not there is one. */
const announcing = async (url: string, worker: object, sources: object[]) => {
  const line = new Redis(url, { maxRetriesPerRequest: null })
  farm.own(() => line.disconnect())
  const id = 'w-stranger'
  const usual = { id, name: 'Stranger', version: '9.9.9', wish: 'work', lanes: 2, busy: 0 }
  const said = { ...usual, spoken: 0, failed: 0, spokenPerMinute: 0, sources: 'x', ...worker }
  await line.set(keys.sources(id), JSON.stringify(sources))
  await line.set(keys.worker(id), JSON.stringify(said))
  await line.sadd(keys.workers, id)
  await line.publish(keys.stir, 'look')
  return line
}
const studioAt = async (url: string) => {
  const studio = await openFarmStudio(farm.folder())
  farm.own(() => studio.close())
  await studio.join(url)
  await studio.farmThat(({ state }) => state === 'connected')
  return studio
}

describe.skipIf(!redis.isThere)('a worker that is a stranger', () => {
  test('is refused in a sentence where it is of another version', async () => {
    const server = await farm.redis()
    const studio = await studioAt(server.url())
    await announcing(server.url(), { protocol: 'v0r0' }, [])
    const { workers } = await studio.farmThat(({ workers: all }) => all.length === 1)
    expect(workers[0]?.sources).toMatchObject([
      { refused: { code: 'farm-other-version', params: { worker: 'Stranger', version: '9.9.9' } } },
    ])
  })

  test('is asked no more after three answers that are no sound, and the book goes on by another', async () => {
    const server = await farm.redis()
    const honest = farm.worker({ redis: server.url(), voices: 'espeak', lanes: 1, name: 'Honest' })
    const honestId = await honest.ready
    const studio = await studioAt(server.url())
    await studio.workers(1)
    await studio.call('farm.wish', { workerId: honestId, wish: 'pause' })
    await studio.farmThat(({ workers }) => workers[0]?.wish === 'pause')
    const told = await server.command('get', keys.sources(honestId))
    const sources = JSON.parse(String(told)) as { provider: string; endpointId: string }[]
    const line = await announcing(server.url(), { protocol: farmProtocol }, sources)
    const [source] = sources
    // BullMQ closes what it has opened itself.
    const ofLiar = line.duplicate()
    farm.own(() => ofLiar.disconnect())
    let lies = 0
    const liar = new Worker(
      queueName(source?.provider ?? '', source?.endpointId ?? ''),
      async (job) => {
        lies += 1
        const said = { worker: 'w-stranger', digest: 'x', audioDigest: 'x' }
        const text = Buffer.from(JSON.stringify(said))
        const head = Buffer.alloc(4)
        head.writeUInt32BE(text.length)
        await line.set(keys.sound(job.id ?? ''), Buffer.concat([head, text, Buffer.from('noise')]))
        await line.publish(keys.over, JSON.stringify({ jobId: job.id }))
      },
      { connection: ofLiar, prefix: 'lectern', concurrency: 2 },
    )
    farm.own(() => liar.close(true))
    const projectId = await studio.addBook('book', bookOf('the gate', 1, 5), 'espeak:gmw/en-US')
    const jobId = await studio.narrate(projectId)
    const { workers } = await studio.farmThat(({ workers: all }) => all.some(({ bad }) => bad >= 3))
    expect(workers.find(({ name }) => name === 'Honest')).toMatchObject({ bad: 0 })
    await liar.close(true)
    await studio.call('farm.wish', { workerId: honestId, wish: 'work' })
    const job = await studio.jobThat(jobId, ({ state }) => state !== 'running')
    expect(job).toMatchObject({ state: 'done', failed: 0 })
    expect(lies).toBeGreaterThanOrEqual(3)
  })
})
