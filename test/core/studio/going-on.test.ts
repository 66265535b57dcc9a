// What a person's “go on” does: to a narration that waits, whose source was changed, whose budget is spent.
import { describe, expect, it } from 'vitest'
import type { Failure, Job } from '../../../src/contract/index.ts'
import { fail } from '../../../src/core/base/failure-error.ts'
import type { Clock } from '../../../src/core/base/scope.ts'
import type { VoiceProvider, VoiceSources } from '../../../src/core/ports/speech.ts'
import { openStudio } from '../../../src/core/studio/open-studio.ts'
import type { Studio } from '../../../src/core/studio/studio.ts'
import { systemClock } from '../../../src/io/clock.ts'
import { createVoiceSources } from '../../../src/io/speech/voice-sources.ts'
import {
  plainVoice,
  readerOf,
  sourcesOf,
  studioPorts,
  voiceOf,
} from '../../fixtures/studio-ports.ts'
import { createVirtualClock } from '../../fixtures/virtual-clock.ts'

const sentence = (number: number) =>
  `This is sentence number ${number}, long enough to stand alone. `.repeat(5)
const book = (count: number) =>
  readerOf([Array.from({ length: count }, (_, index) => sentence(index))])
const server = (speak: VoiceProvider['speak'], given: Partial<VoiceProvider> = {}) => {
  const provider = voiceOf(speak, 2)
  const capabilities = { ...provider.capabilities, kind: 'server' as const }
  return { ...provider, capabilities, ...given }
}

type Narration = {
  studio: Studio
  jobId: string
  projectId: string
  job(): Job
  /** Resolves with the job as soon as it is so. */
  that(isWanted: (job: Job) => boolean): Promise<Job>
  resume(): Promise<unknown>
}

async function withNarration(
  clock: Clock,
  given: { sources: VoiceSources; segments?: number; budget?: number },
  work: (narration: Narration) => Promise<void>,
) {
  const { sources, segments = 4, budget } = given
  const { ports, options } = studioPorts(clock, { reader: book(segments), sources })
  const studio = await openStudio(ports, options)
  const jobs = new Map<string, Job>()
  const looks = new Set<() => void>()
  studio.on('job.advanced', ({ job }) => {
    jobs.set(job.id, job)
    for (const look of looks) look()
  })
  const jobThat = (jobId: string, isWanted: (job: Job) => boolean) =>
    new Promise<Job>((resolve) => {
      const look = () => {
        const job = jobs.get(jobId)
        if (!job || !isWanted(job)) return
        looks.delete(look)
        resolve(job)
      }
      looks.add(look)
      look()
    })
  const started = async (reply: Promise<{ ok: boolean; value?: { jobId: string } }>) =>
    (await reply).value?.jobId ?? ''
  try {
    const ticket = ports.tickets.issue('book', 'book.txt')
    const importId = await started(studio.call('book.import', { ticket }))
    const { projectId = '' } = await jobThat(importId, ({ state }) => state !== 'running')
    const scope = { kind: 'ticked' } as const
    const wish = { projectId, scope, ...(budget === undefined ? {} : { budget }) }
    const jobId = await started(studio.call('speech.start', wish))
    await work({
      studio,
      jobId,
      projectId,
      job: () => jobs.get(jobId) as Job,
      that: (isWanted) => jobThat(jobId, isWanted),
      resume: () => studio.call('job.resume', { jobId }),
    })
  } finally {
    await studio.close()
  }
}
const isOver = ({ state }: Job) => state !== 'running' && state !== 'paused'
const turns = async (advance: (ms: number) => Promise<void>, isSo: () => boolean) => {
  for (let turn = 0; turn < 200 && !isSo(); turn++) await advance(0)
}

describe('going on while a narration waits for its server', () => {
  it('asks the server at once instead of when its time has come', async () => {
    const clock = createVirtualClock()
    let isDown = true
    let asked = 0
    const provider = server(async () => {
      asked += 1
      if (isDown) throw fail('server-unreachable', { server: 'Box' })
      return { file: `sound-${asked}` }
    })
    await withNarration(clock, { sources: sourcesOf(provider) }, async ({ job, resume }) => {
      while (job().waiting === undefined) await clock.advance(200)
      expect(job()).toMatchObject({
        state: 'running',
        waiting: { failure: { params: { server: 'Box' } } },
      })
      expect(job().waiting?.until).toBeGreaterThan(clock.now())
      const [before, at] = [asked, clock.now()]
      isDown = false
      await resume()
      await turns(clock.advance, () => asked > before)
      expect(asked).toBeGreaterThan(before)
      expect(clock.now()).toBe(at)
      while (!isOver(job())) await clock.advance(100)
      expect(job()).toMatchObject({ state: 'done', failed: 0 })
      expect(clock.now() - at).toBeLessThan(15_000)
    })
  })

  it('waits again when the server is still away', async () => {
    const clock = createVirtualClock()
    let asked = 0
    const provider = server(async () => {
      asked += 1
      throw fail('server-unreachable', { server: 'Box' })
    })
    await withNarration(clock, { sources: sourcesOf(provider) }, async ({ job, resume }) => {
      while (job().waiting === undefined) await clock.advance(200)
      const before = asked
      await resume()
      await turns(clock.advance, () => asked > before)
      await clock.advance(10)
      expect(asked).toBe(before + 1)
      expect(job().waiting?.until).toBeGreaterThan(clock.now())
    })
  })

  it('never comes before the end of a pause that the server has asked for', async () => {
    const clock = createVirtualClock()
    const at: number[] = []
    const provider = server(async () => {
      at.push(clock.now())
      if (at.length <= 2) throw fail('server-busy', { server: 'Box', seconds: 90 })
      return { file: `sound-${at.length}` }
    })
    await withNarration(clock, { sources: sourcesOf(provider) }, async ({ job, resume }) => {
      while (job().waiting === undefined) await clock.advance(10)
      const until = job().waiting?.until ?? 0
      const before = at.length
      await resume()
      await clock.advance(until - clock.now() - 1)
      expect(at).toHaveLength(before)
      while (!isOver(job())) await clock.advance(1000)
      expect(at[before]).toBeGreaterThanOrEqual(until)
    })
  })
})

/** One source whose provider can be replaced, as saving a server does. */
function replaceable(first: VoiceProvider) {
  let now = first
  const sources = createVoiceSources([() => [now]])
  return {
    sources,
    replace(next: VoiceProvider) {
      now = next
      sources.changed()
    },
  }
}

describe('a server that is changed', () => {
  const refusing = (failure: Failure['code'], told: () => void = () => {}) =>
    server(async () => {
      told()
      throw fail(failure, { server: 'Box', model: 'old' })
    })

  it('while its narration is paused speaks the rest with what it is now', async () => {
    const { sources, replace } = replaceable(refusing('model-gone'))
    await withNarration(systemClock, { sources }, async ({ that, resume, studio, projectId }) => {
      const paused = await that(({ state }) => state === 'paused')
      expect(paused.failure?.code).toBe('model-gone')
      let asked = 0
      const speak = async () => ({ file: `sound-${++asked}` })
      replace(server(speak, { endpointId: 'plain@2' }))
      await resume()
      expect(await that(isOver)).toMatchObject({ state: 'done', failed: 0 })
      expect(asked).toBeGreaterThanOrEqual(4)
      const reply = await studio.call('segment.list', { projectId, from: 0, count: 50 })
      const rows = reply.ok ? reply.value.rows : []
      // Under the new recipe: else they would be stale.
      expect(new Set(rows.map(({ status }) => status.state))).toEqual(new Set(['ready']))
    })
  })

  it('while its narration runs goes on with what it is now, and loses nothing', async () => {
    const hanging = Promise.withResolvers<void>()
    let begun = 0
    const old = server(async (_request, signal) => {
      begun += 1
      if (begun === 2) hanging.resolve()
      await new Promise((_, reject) => {
        signal.addEventListener('abort', () => reject(signal.reason as Error), { once: true })
      })
      return { file: 'never' }
    })
    const { sources, replace } = replaceable(old)
    await withNarration(systemClock, { sources }, async ({ that, studio, projectId }) => {
      await hanging.promise
      let asked = 0
      replace(server(async () => ({ file: `sound-${++asked}` }), { endpointId: 'plain@2' }))
      expect(await that(isOver)).toMatchObject({ state: 'done', failed: 0 })
      expect(begun).toBe(2)
      const reply = await studio.call('segment.list', { projectId, from: 0, count: 50 })
      const rows = reply.ok ? reply.value.rows : []
      expect(new Set(rows.map(({ status }) => status.state))).toEqual(new Set(['ready']))
    })
  })

  it('while its narration waits for it is asked at its new address at once', async () => {
    const clock = createVirtualClock()
    const { sources, replace } = replaceable(refusing('server-unreachable'))
    await withNarration(clock, { sources }, async ({ job }) => {
      while (job().waiting === undefined) await clock.advance(200)
      const at = clock.now()
      let asked = 0
      replace(server(async () => ({ file: `sound-${++asked}` })))
      while (!isOver(job())) await clock.advance(100)
      expect(job()).toMatchObject({ state: 'done', failed: 0 })
      expect(job().waiting).toBeUndefined()
      expect(clock.now() - at).toBeLessThan(15_000)
    })
  })

  it('and is gone leaves the narration waiting for a person', async () => {
    const { sources, replace } = replaceable(refusing('quota-spent'))
    await withNarration(systemClock, { sources }, async ({ that, resume }) => {
      await that(({ state }) => state === 'paused')
      replace(server(async () => ({ file: 'sound' }), { name: 'other' }))
      await resume()
      const paused = await that(({ failure }) => failure?.code === 'voice-unknown')
      expect(paused.state).toBe('paused')
    })
  })
})

describe('going on when the budget is spent', () => {
  it('allows as much once more each time', async () => {
    const price = { perMillionCharacters: 1e6, currency: 'USD', asOf: '2026-11-27', source: 'here' }
    let asked = 0
    const plain = voiceOf(async () => ({ file: `sound-${++asked}` }), 1)
    // What costs money is never a new book's first voice by itself: this is the one without a choice.
    const voices = async () => [{ ...plainVoice, id: 'espeak:gmw/en-US' }]
    const provider = { ...plain, voices, capabilities: { ...plain.capabilities, price } }
    const given = { sources: sourcesOf(provider), segments: 6, budget: 600 }
    await withNarration(systemClock, given, async ({ that, resume }) => {
      const counts: number[] = []
      for (let pauses = 0; pauses < 6; pauses++) {
        const job = await that(({ state }) => state !== 'running')
        if (job.state !== 'paused') break
        expect(job.failure).toMatchObject({ code: 'budget-spent', params: { amount: 600 } })
        counts.push(asked)
        await resume()
      }
      expect(await that(isOver)).toMatchObject({ state: 'done', failed: 0 })
      expect(counts.length).toBeGreaterThan(1)
      expect(new Set(counts).size).toBe(counts.length)
    })
  })
})
