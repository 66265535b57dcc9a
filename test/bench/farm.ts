// A farm's workers against the ideal, what the way over Redis costs a segment, a limit that several share, shared takes.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openFarmStudio, type FarmStudio } from '../farm/farm-studio.ts'
import { redis, startRedis, type StartedRedis } from '../farm/redis-server.ts'
import { startWorker, type WorkerProcess } from '../farm/worker-process.ts'
import {
  startSpeechServer,
  type StartedSpeechServer,
} from '../speech-server/start-speech-server.ts'
import type { Figure } from './figure.ts'

const voiceMs = 300
const workerCounts = [1, 2, 4, 8] as const
const efficiencyGoals: Record<number, string> = { 1: '–', 2: '≥ 0.95', 4: '≥ 0.95', 8: '≥ 0.9' }
/** Segments for each worker, so that its start and end weigh the same in all of them. */
const segmentsEach = 100
const sharedPerSecond = 20
const voice = 'box:alloy'

type Scene = {
  studio: FarmStudio
  /** Has a book spoken by somebody else, so that serving its sounds costs the server nothing. */
  prepare(words: string, paragraphs: number): Promise<void>
  server: StartedRedis
  speech: StartedSpeechServer
  workers(count: number, perMinute?: number): Promise<WorkerProcess[]>
}

export async function benchFarm(): Promise<Figure[]> {
  if (!redis.isThere) throw new Error('redis-server is not installed')
  return [
    ...(await efficiencies()),
    await overhead(voiceMs, 40),
    await overhead(0, 200),
    await sharedLimit(),
    ...(await sharedTakes()),
  ]
}

async function withScene<T>(work: (scene: Scene) => Promise<T>): Promise<T> {
  const root = mkdtempSync(join(tmpdir(), 'lectern-bench-farm-'))
  const server = await startRedis()
  const speech = await startSpeechServer({})
  const studio = await openFarmStudio(join(root, 'studio'))
  const started: WorkerProcess[] = []
  const prepare = async (words: string, paragraphs: number) => {
    await speech.control('normal')
    const other = await openFarmStudio(mkdtempSync(join(root, 'other-')))
    try {
      await other.addServer(speech.url, 4)
      await narrate(other, words, paragraphs)
    } finally {
      await other.close()
      await speech.reset()
    }
  }
  const workers = async (count: number, perMinute?: number) => {
    const data = join(root, 'workers')
    await studio.addServer(speech.url, 1, [data], perMinute)
    const make = (_: unknown, number: number) =>
      startWorker({ redis: server.url(), data, voices: 'box', lanes: 1, name: `W${number}` })
    const made = Array.from({ length: count }, make)
    started.push(...made)
    await Promise.all(made.map(({ ready }) => ready))
    return made
  }
  try {
    return await work({ studio, server, speech, prepare, workers })
  } finally {
    await studio.close()
    for (const worker of started) await worker.kill()
    await speech.close()
    await server.end()
    rmSync(root, { recursive: true, force: true })
  }
}

/** Sentences of two seconds: all workers share this machine's cores, and the sounds of longer ones would fill them. */
const shortBook = (words: string, paragraphs: number) =>
  Array.from({ length: paragraphs }, (_, at) => `It was ${words} number ${at + 1}.`).join('\n\n')

/** Seconds of a narration, and its segments. */
async function narrate(studio: FarmStudio, words: string, paragraphs: number) {
  const projectId = await studio.addBook(words, shortBook(words, paragraphs), voice)
  const began = performance.now()
  const job = await studio.end(await studio.narrate(projectId))
  if (job.failed > 0 || job.state !== 'done') throw new Error(`${job.failed} segments failed`)
  return { seconds: (performance.now() - began) / 1000, segments: job.total, projectId }
}

async function efficiencies(): Promise<Figure[]> {
  const figures: Figure[] = []
  for (const count of workerCounts)
    figures.push(
      await withScene(async ({ studio, server, speech, prepare, workers }) => {
        const paragraphs = segmentsEach * count
        await prepare('the bell', paragraphs)
        await workers(count)
        await studio.join(server.url())
        await studio.workers(count)
        // What is loaded at first is no part of the speed.
        await narrate(studio, 'the first bell', 4 * count)
        await speech.control('latency', { latencyMs: voiceMs })
        const { seconds, segments } = await narrate(studio, 'the bell', paragraphs)
        const ideal = (Math.ceil(segments / count) * voiceMs) / 1000
        return {
          what: `farm, ${count} workers of one lane, a voice of ${voiceMs} ms, ${segments} segments`,
          measured: `${seconds.toFixed(2)} s`,
          comparedTo: `ideal ${ideal.toFixed(2)} s`,
          ratio: ideal / seconds,
          goal: efficiencyGoals[count] ?? '–',
        }
      }),
    )
  return figures
}

/** By one lane here and by one lane of a worker. */
async function overhead(latencyMs: number, segments: number): Promise<Figure> {
  return withScene(async ({ studio, server, speech, prepare, workers }) => {
    await prepare('the gate', segments)
    await prepare('the door', segments)
    await workers(1)
    await narrate(studio, 'the first gate', 10)
    await speech.control('latency', { latencyMs })
    const here = await narrate(studio, 'the gate', segments)
    await studio.join(server.url())
    await studio.workers(1)
    await speech.control('normal')
    await narrate(studio, 'the second gate', 10)
    await speech.control('latency', { latencyMs })
    const there = await narrate(studio, 'the door', segments)
    const each = (run: { seconds: number; segments: number }) => (1000 * run.seconds) / run.segments
    const more = each(there) - each(here)
    return {
      what: `farm, what the way over Redis adds to a segment, one lane, a voice of ${latencyMs} ms`,
      measured: `${more.toFixed(1)} ms (${each(there).toFixed(1)} ms a segment)`,
      comparedTo: `here ${each(here).toFixed(1)} ms a segment; goal 5 ms more`,
      ratio: more / 5,
      goal: '≤ 1',
    }
  })
}

/** Requests in the fullest second, of three workers with more lanes than the limit lets work. */
async function sharedLimit(): Promise<Figure> {
  return withScene(async ({ studio, server, speech, prepare, workers }) => {
    await prepare('the tide', 10 * sharedPerSecond)
    await workers(3, sharedPerSecond * 60)
    await studio.join(server.url())
    await studio.workers(3)
    const { seconds, segments } = await narrate(studio, 'the tide', 10 * sharedPerSecond)
    const times = (await speech.stats()).requests.map(({ at }) => at).sort((a, b) => a - b)
    const fullest = Math.max(
      ...times.map((from) => times.filter((at) => at >= from && at < from + 1000).length),
    )
    return {
      what: `farm, ${sharedPerSecond}/s shared by three workers: the fullest second`,
      measured: `${fullest} requests (${(segments / seconds).toFixed(1)}/s over all)`,
      comparedTo: `limit ${sharedPerSecond}`,
      ratio: fullest / sharedPerSecond,
      goal: '≤ 1',
    }
  })
}

async function sharedTakes(): Promise<Figure[]> {
  return withScene(async ({ studio, server, speech, prepare }) => {
    const segments = 200
    await prepare('the mill', segments)
    await prepare('the inn', segments)
    await studio.addServer(speech.url, 2)
    await narrate(studio, 'the first mill', 10)
    const without = await narrate(studio, 'the mill', segments)
    await studio.join(server.url(), { speakHere: true, shares: 'redis' })
    await studio.farmThat(({ state }) => state === 'connected')
    const misses = await narrate(studio, 'the inn', segments)
    await speech.reset()
    const root = mkdtempSync(join(tmpdir(), 'lectern-bench-shared-'))
    const other = await openFarmStudio(root)
    try {
      await other.addServer(speech.url, 2)
      await other.join(server.url(), { speakHere: true, shares: 'redis' })
      await other.farmThat(({ state }) => state === 'connected')
      const hits = await narrate(other, 'the inn', segments)
      const requests = (await speech.stats()).requests.length
      const each = (run: { seconds: number }) => (1000 * run.seconds) / segments
      const compared = `unshared ${each(without).toFixed(1)} ms a segment`
      return [
        {
          what: 'farm, shared takes: nobody has it',
          measured: `${each(misses).toFixed(1)} ms a segment`,
          comparedTo: compared,
          ratio: each(misses) / each(without),
          goal: '–',
        },
        {
          what: `farm, shared takes: another studio has it, ${requests} requests`,
          measured: `${each(hits).toFixed(1)} ms a segment`,
          comparedTo: compared,
          ratio: each(hits) / each(without),
          goal: '–',
        },
      ]
    } finally {
      await other.close()
      rmSync(root, { recursive: true, force: true })
    }
  })
}
