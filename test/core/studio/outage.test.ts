// A narration whose server fails: when a person must decide, and which segments fail for themselves.
import { describe, expect, it } from 'vitest'
import type { Job, ServerView } from '../../../src/contract/index.ts'
import { fail } from '../../../src/core/base/failure-error.ts'
import type { SpeechRequest, VoiceProvider } from '../../../src/core/ports/speech.ts'
import { openStudio } from '../../../src/core/studio/open-studio.ts'
import { newServer } from '../../../src/io/speech/server/new-server.ts'
import { readerOf, sourcesOf, studioPorts, voiceOf } from '../../fixtures/studio-ports.ts'
import { createVirtualClock } from '../../fixtures/virtual-clock.ts'

const minute = 60_000
const sentence = (number: number) =>
  `This is sentence number ${number}, long enough to stand alone. `.repeat(3)
const numberOf = ({ spoken }: SpeechRequest): number => {
  const text = spoken.map((part) => ('text' in part ? part.text : '')).join('')
  return Number(/number (\d+)/.exec(text)?.[1] ?? -1)
}

type Scene = {
  clock: ReturnType<typeof createVirtualClock>
  /** How often the server was asked for its word. */
  checks(): number
  job(): Job
  resume(): Promise<unknown>
  /** Lets time pass until it is so, at most so long. */
  until(isSo: () => boolean, atMostMs: number): Promise<void>
}

/** Twelve segments, by a server with two lanes that speaks as `speak` and answers tests as `isThere`. */
async function withScene(
  given: {
    speak: (number: number, clock: Scene['clock']) => Promise<void>
    isThere: () => boolean
    patienceMs?: number
  },
  work: (scene: Scene) => Promise<void>,
) {
  const clock = createVirtualClock()
  let sounds = 0
  let checks = 0
  const plain = voiceOf(async (request) => {
    await given.speak(numberOf(request), clock)
    return { file: `sound-${++sounds}` }
  }, 2)
  const provider: VoiceProvider = {
    ...plain,
    // It gets the numbers as they are written, by which the scenes tell segments apart.
    capabilities: { ...plain.capabilities, kind: 'server', normalizesText: true },
  }
  const view = (): ServerView => ({
    server: newServer({ id: 'espeak', kind: 'other', name: 'Box', addresses: ['http://x'] }),
    hasKey: false,
    fixed: false,
    check: {
      at: clock.now(),
      failure: given.isThere()
        ? null
        : fail('server-failed', { server: 'Box', status: 500 }).failure,
      latencyMs: null,
      format: null,
      sampleRate: null,
      models: [],
      voices: [],
    },
  })
  const reader = readerOf([Array.from({ length: 12 }, (_, number) => sentence(number))])
  const { ports, options } = studioPorts(clock, { reader, sources: sourcesOf(provider) })
  const check = async () => {
    checks += 1
    return view()
  }
  const { patienceMs } = given
  const studio = await openStudio(
    { ...ports, servers: { ...ports.servers, check } },
    { ...options, ...(patienceMs === undefined ? {} : { patienceMs }) },
  )
  const jobs = new Map<string, Job>()
  studio.on('job.advanced', ({ job }) => jobs.set(job.kind, job))
  const until = async (isSo: () => boolean, atMostMs: number) => {
    const end = clock.now() + atMostMs
    while (!isSo() && clock.now() < end) await clock.advance(500)
  }
  try {
    await studio.call('book.import', { ticket: ports.tickets.issue('book', 'book.txt') })
    await until(() => jobs.get('import')?.state === 'done', minute)
    const projectId = jobs.get('import')?.projectId ?? ''
    const reply = await studio.call('speech.start', { projectId, scope: { kind: 'ticked' } })
    const jobId = reply.ok ? reply.value.jobId : ''
    await work({
      clock,
      checks: () => checks,
      job: () => jobs.get('speech') as Job,
      resume: () => studio.call('job.resume', { jobId }),
      until,
    })
  } finally {
    await studio.close()
  }
}
const failed = () => fail('server-failed', { server: 'Box', status: 500 })
const unreachable = () => fail('server-unreachable', { server: 'Box' })

describe('texts that a server cannot speak', () => {
  it('fail for themselves when nothing else is left, though they look like a server that is away', async () => {
    const speak = async (number: number) => {
      if (number >= 9) throw failed()
    }
    await withScene({ speak, isThere: () => true }, async ({ job, until, checks }) => {
      await until(() => job().state !== 'running', 30 * minute)
      expect(job()).toMatchObject({ state: 'done', failed: 3 })
      expect(checks()).toBeGreaterThan(0)
      expect(checks()).toBeLessThan(10)
    })
  })

  it('fail in the end when they take the server down with them each time', async () => {
    const speak = async (number: number, clock: Scene['clock']) => {
      if (number === 2) downUntil = clock.now() + 20_000
      if (clock.now() < downUntil) throw unreachable()
    }
    let downUntil = 0
    await withScene({ speak, isThere: () => false }, async ({ job, until }) => {
      await until(() => job().state !== 'running', 120 * minute)
      expect(job()).toMatchObject({ state: 'done', failed: 1 })
    })
  })
})

describe('a server that stays away', () => {
  it('is not taken for the fault of the last segment, which alone could find it out', async () => {
    let isThere = true
    const speak = async (number: number) => {
      if (number === 11) isThere = false
      if (!isThere) throw unreachable()
    }
    await withScene({ speak, isThere: () => isThere }, async ({ job, until }) => {
      await until(() => job().waiting !== undefined, 5 * minute)
      expect(job()).toMatchObject({ state: 'running', failed: 0 })
    })
  })

  it('is waited for an hour, then the narration waits for a person, with the reason', async () => {
    let isDown = true
    const speak = async () => {
      if (isDown) throw unreachable()
    }
    const scene = { speak, isThere: () => !isDown }
    await withScene(scene, async ({ clock, job, until, checks, resume }) => {
      const began = clock.now()
      await until(() => job().waiting !== undefined, minute)
      await until(() => job().state !== 'running', 600 * minute)
      expect(job()).toMatchObject({ state: 'paused', failure: { code: 'server-unreachable' } })
      expect(job().waiting).toBeUndefined()
      expect((clock.now() - began) / minute).toBeGreaterThanOrEqual(60)
      expect((clock.now() - began) / minute).toBeLessThan(62)
      // No text makes a server unreachable: it is not asked for a word.
      expect(checks()).toBe(0)

      // Still away: as long again.
      const again = clock.now()
      await resume()
      await until(() => job().state !== 'running', 600 * minute)
      expect(job().state).toBe('paused')
      expect((clock.now() - again) / minute).toBeGreaterThanOrEqual(60)

      isDown = false
      await resume()
      await until(() => job().state !== 'running', 30 * minute)
      expect(job()).toMatchObject({ state: 'done', failed: 0 })
    })
  })

  it('is waited for also when it answers, but nothing can be spoken', async () => {
    const speak = () => Promise.reject(failed())
    await withScene({ speak, isThere: () => false }, async ({ job, until, checks }) => {
      await until(() => job().state !== 'running', 600 * minute)
      expect(job()).toMatchObject({
        state: 'paused',
        failed: 0,
        failure: { code: 'server-failed' },
      })
      expect(checks()).toBeGreaterThan(0)
    })
  })

  it('loses nothing when it comes back in time', async () => {
    const speak = async (_: number, clock: Scene['clock']) => {
      if (clock.now() < began + 20 * minute) throw failed()
    }
    let began = 0
    await withScene({ speak, isThere: () => false }, async ({ clock, job, until }) => {
      began = clock.now()
      await until(() => job().state !== 'running', 600 * minute)
      expect(job()).toMatchObject({ state: 'done', failed: 0 })
    })
  })

  it('is waited for no longer than the door has patience', async () => {
    const speak = () => Promise.reject(unreachable())
    const scene = { speak, isThere: () => false, patienceMs: 2 * minute }
    await withScene(scene, async ({ clock, job, until }) => {
      const began = clock.now()
      await until(() => job().state !== 'running', 600 * minute)
      expect(job()).toMatchObject({ state: 'paused', failed: 0 })
      expect((clock.now() - began) / minute).toBeGreaterThanOrEqual(2)
      expect((clock.now() - began) / minute).toBeLessThan(3)
    })
  })
})
