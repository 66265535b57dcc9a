// A book that is spoken by a farm: the same sound as here, each sentence once, whatever ends in between.
import { describe, expect, test } from 'vitest'
import { bookOf, openFarmStudio, type FarmStudio } from './farm-studio.ts'
import { farmOfEachTest } from './farm-of-each-test.ts'
import { redis } from './redis-server.ts'

const farm = farmOfEachTest()
const voice = 'espeak:gmw/en-US'
const studioIn = async (folder = farm.folder()): Promise<FarmStudio> => {
  const studio = await openFarmStudio(folder)
  farm.own(() => studio.close())
  return studio
}
const spokenBy = async (studio: FarmStudio, text: string) => {
  const projectId = await studio.addBook('book', text, voice)
  const job = await studio.end(await studio.narrate(projectId))
  expect(job).toMatchObject({ state: 'done', failed: 0 })
  return studio.sounds(projectId)
}

describe.skipIf(!redis.isThere)('a book that a farm speaks', () => {
  test('sounds as it does here, and is spoken there alone', async () => {
    const text = bookOf('the lamp', 2, 4)
    const here = await spokenBy(await studioIn(), text)
    const server = await farm.redis()
    const worker = farm.worker({ redis: server.url(), voices: 'espeak', lanes: 2, name: 'Attic' })
    await worker.ready
    const studio = await studioIn()
    await studio.join(server.url())
    await studio.workers(1)
    expect(await spokenBy(studio, text)).toEqual(here)
    const { workers } = await studio.farmThat(
      ({ workers: all }) => (all[0]?.spoken ?? 0) >= here.length,
    )
    expect(workers).toMatchObject([{ name: 'Attic', spoken: here.length, failed: 0, lanes: 2 }])
    expect(await worker.stop()).toBe(0)
  })

  test('is spoken by the workers that have its voice, over a Redis with a user and a password', async () => {
    const server = await farm.redis({
      user: { name: 'lectern', rules: '~lectern:* &lectern:* +@all' },
      password: 'a-word-of-100%',
    })
    const other = 'espeak:gmw/en-GB-scotland'
    await farm.worker({ redis: server.url(), voices: other, lanes: 1, name: 'Other' }).ready
    await farm.worker({ redis: server.url(), voices: voice, lanes: 1, name: 'This' }).ready
    const studio = await studioIn()
    await studio.join(server.url())
    await studio.workers(2)
    const sounds = await spokenBy(studio, bookOf('the oven', 1, 6))
    const { workers, settings } = await studio.farmThat(
      ({ workers: all }) => all.reduce((sum, { spoken }) => sum + spoken, 0) >= sounds.length,
    )
    expect(workers).toMatchObject([
      { name: 'Other', spoken: 0 },
      { name: 'This', spoken: sounds.length },
    ])
    expect(settings?.address).toBe(`redis://lectern@127.0.0.1:${server.port}`)
  })

  test('cannot be spoken where Redis lets nobody in: a worker says so and ends', async () => {
    const server = await farm.redis({ password: 'secret' })
    const { port } = server
    const worker = farm.worker({ redis: `redis://:wrong@127.0.0.1:${port}`, voices: 'espeak' })
    await expect(worker.ready).rejects.toThrow('does not let Lectern in')
    expect(worker.output()).not.toContain('wrong')
    const studio = await studioIn()
    await studio.join(`redis://:wrong@127.0.0.1:${port}`)
    expect(await studio.farmThat(({ state }) => state === 'away')).toMatchObject({
      failure: { code: 'farm-password-refused' },
    })
  })
})
