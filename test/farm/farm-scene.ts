// What tests of a farm's trouble begin with: a book, a speech server that counts, a studio, and workers in between.
import { afterAll, beforeAll, beforeEach, expect } from 'vitest'
import type { FarmSettings, Job } from '../../src/contract/index.ts'
import {
  startSpeechServer,
  type StartedSpeechServer,
} from '../speech-server/start-speech-server.ts'
import { farmOfEachTest } from './farm-of-each-test.ts'
import { openFarmStudio, type FarmStudio } from './farm-studio.ts'
import type { StartedRedis } from './redis-server.ts'
import type { WorkerOptions } from './worker-process.ts'

export type FarmBook = { projectId: string; jobId: string }

const voice = 'box:alloy'
const isOver = ({ state }: Job) => state !== 'running' && state !== 'paused'

/** Kept for the other files of this process: it is the same sound for the same book. */
const heardHere = new Map<string, readonly string[]>()

/** For a whole file, whose book this `text` is: it is spoken slowly enough to be struck amid it. */
export function farmScene(text: string) {
  const farm = farmOfEachTest()
  let speech: StartedSpeechServer
  beforeAll(async () => {
    speech = await startSpeechServer({})
  })
  afterAll(() => speech.close())
  beforeEach(async () => {
    await speech.reset()
    await speech.control('latency', { latencyMs: 300 })
  })

  const open = async (): Promise<FarmStudio> => {
    const studio = await openFarmStudio(farm.folder())
    farm.own(() => studio.close())
    return studio
  }
  const narrated = async (studio: FarmStudio): Promise<FarmBook> => {
    const projectId = await studio.addBook('book', text, voice)
    return { projectId, jobId: await studio.narrate(projectId) }
  }
  /** Resolves with how many segments it has, when all of them are spoken. */
  const finishes = async (studio: FarmStudio, { projectId, jobId }: FarmBook) => {
    expect(await studio.jobThat(jobId, isOver)).toMatchObject({ state: 'done', failed: 0 })
    const rows = await studio.rows(projectId)
    expect(new Set(rows.map(({ status }) => status.state))).toEqual(new Set(['ready']))
    return rows.length
  }
  const asked = async () => (await speech.stats()).requests.length
  /** What the book sounds like where it is spoken without a farm. */
  const soundsHere = async () => {
    const known = heardHere.get(text)
    if (known) return known
    await speech.control('normal')
    const studio = await openFarmStudio(farm.folder())
    await studio.addServer(speech.url, 4)
    const book = await narrated(studio)
    await finishes(studio, book)
    const here = await studio.sounds(book.projectId)
    await studio.close()
    heardHere.set(text, here)
    await speech.reset()
    await speech.control('latency', { latencyMs: 300 })
    return here
  }
  return {
    ...{ farm, voice, narrated, finishes, soundsHere, asked },
    speech: () => speech,
    /** Resolves when the server was asked so often. */
    async askedOf(count: number) {
      while ((await asked()) < count) await new Promise((resolve) => setTimeout(resolve, 20))
    },
    /**
     * A studio with the server's voice, which the farm alone may ask, and what its workers need to know of it.
     * `at`: where it meets the farm, if not at the server itself.
     */
    async scene(
      server: StartedRedis,
      settings: Partial<FarmSettings> = {},
      at: { port?: number } = {},
    ) {
      const studio = await open()
      const data = farm.folder()
      await studio.addServer(speech.url, 2, [data])
      await studio.join(server.url(at), settings)
      const usual = { redis: server.url(), data, voices: 'box', lanes: 2 }
      const worker = (name: string, other: Partial<WorkerOptions> = {}) =>
        farm.worker({ ...usual, name, ...other })
      return { studio, worker, data }
    },
  }
}
