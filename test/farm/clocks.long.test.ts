// Machines whose clocks are hours apart: the farm goes by none of them.
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { describe, expect, test } from 'vitest'
import { bookOf } from './farm-studio.ts'
import { farmScene } from './farm-scene.ts'
import { redis, type StartedRedis } from './redis-server.ts'

const { farm, scene, narrated, finishes, soundsHere, asked } = farmScene(bookOf('the mill', 1, 12))
const hourMs = 3_600_000
const shift = pathToFileURL(join(import.meta.dirname, 'shifted-clock.ts')).href
const shifted = (hours: number) => ({
  environment: {
    NODE_OPTIONS: `--import=${shift}`,
    LECTERN_TEST_CLOCK_MS: String(hours * hourMs),
  },
})
/** By how many hours those who speak now are off, as they note it with what they have taken. */
const hoursNoted = async (server: StartedRedis) => {
  const active = (await server.command('KEYS', 'lectern:speak-*:lock')) as string[]
  const noted = await Promise.all(
    active.map((key) => server.command('HGET', key.replace(/:lock$/, ''), 'processedOn')),
  )
  return noted.flatMap((at) =>
    at === null ? [] : [Math.round((Number(at) - Date.now()) / hourMs)],
  )
}

describe.skipIf(!redis.isThere)('workers whose clocks are wrong', () => {
  test('speak a book all the same, one ahead and one behind, also what the one held when it is killed', async () => {
    const here = await soundsHere()
    const server = await farm.redis()
    const { studio, worker } = await scene(server)
    const ahead = worker('Ahead', shifted(7))
    await Promise.all([ahead.ready, worker('Behind', shifted(-7)).ready])
    await studio.workers(2)
    const book = await narrated(studio)
    const noted = new Set<number>()
    while (noted.size < 2) for (const hours of await hoursNoted(server)) noted.add(hours)
    expect([...noted].toSorted((one, other) => one - other)).toEqual([-7, 7])
    await ahead.kill()
    const rows = await finishes(studio, book)
    // Twice at most what the killed one held.
    expect(await asked()).toBeLessThanOrEqual(rows + 3)
    expect(await studio.sounds(book.projectId)).toEqual(here)
  })
})
