// Another voice for what the book's own cannot say: where it was allowed, marked, and taken back by itself.
import { describe, expect, it } from 'vitest'
import type { Failure, SegmentRow, Take, Voice } from '../../../src/contract/index.ts'
import { fail } from '../../../src/core/base/failure-error.ts'
import type { VoiceProvider } from '../../../src/core/ports/speech.ts'
import { recipeOfTake } from '../../../src/core/speech/recipe.ts'
import { systemClock } from '../../../src/io/clock.ts'
import { withOpenBook, type OpenBook } from '../../fixtures/open-book.ts'
import {
  plainVoice,
  quietCodecs,
  readerOf,
  sourcesOf,
  studioPorts,
  voiceOf,
} from '../../fixtures/studio-ports.ts'

const hard = 'A word that nobody can say.'
const texts = ['The first paragraph.', hard, 'The third paragraph.', 'The last paragraph.']
const price = { perMillionCharacters: 1e6, currency: 'USD', asOf: '2026-01-01', source: 'test' }

type Speaker = VoiceProvider & {
  asked: string[]
  trouble: Failure['code'] | null
  isHard: (text: string) => boolean
  /** What every answer waits for. */
  hold: Promise<void>
}

/** Says everything; of the hard sentence it says what its trouble is, if it has any. */
function speaker(name: string, given: Partial<VoiceProvider['capabilities']> = {}): Speaker {
  const asked: string[] = []
  const provider = voiceOf(async ({ spoken }) => {
    const text = spoken.map((part) => ('text' in part ? part.text : '')).join('')
    asked.push(text)
    await made.hold
    const { trouble, isHard } = made
    if (trouble && isHard(text)) throw fail(trouble, { voice: name, server: name })
    return { file: `${name}-${asked.length}-${Math.random()}` }
  })
  const voices: Voice[] = ['plain', 'second'].map((voice) => ({
    ...plainVoice,
    id: `${name}:${voice}`,
    provider: name,
    name: voice,
  }))
  const made: Speaker = {
    ...provider,
    name,
    endpointId: `${name}@1`,
    endpoints: [name],
    capabilities: { ...provider.capabilities, ...given },
    voices: async () => voices,
    asked,
    trouble: null,
    isHard: (text) => text.includes(hard),
    hold: Promise.resolve(),
  }
  return made
}

type Scene = OpenBook & {
  own: Speaker
  other: Speaker
  allow(voice: string | null): Promise<unknown>
  hardRow(): Promise<SegmentRow>
  hardTake(): Promise<Take | undefined>
}

/** A book of four segments of which its own voice cannot say one. */
async function withScene(
  work: (scene: Scene) => Promise<void>,
  given: {
    other?: Partial<VoiceProvider['capabilities']>
    codecs?: typeof quietCodecs
    texts?: string[]
    workers?: number
  } = {},
): Promise<void> {
  const own = speaker('espeak')
  const other = speaker('flite', given.other)
  own.trouble = 'voice-failed'
  const { ports, options, logged } = studioPorts(systemClock, {
    reader: readerOf([given.texts ?? texts]),
    workers: given.workers ?? 2,
    sources: sourcesOf(own, other),
    codecs: (given.codecs ?? quietCodecs)(),
  })
  await withOpenBook({ ports, options, logged }, async (book) => {
    const { call, projectId } = book
    const hardRow = async () => {
      const row = (await book.rows()).find(({ text }) => text.includes(hard))
      if (!row) throw new Error('the hard sentence is gone')
      return row
    }
    await call('project.cast', { projectId, voice: 'espeak:plain' })
    await work({
      ...book,
      own,
      other,
      allow: (voice) => call('project.allowFallback', { projectId, voice }),
      hardRow,
      async hardTake() {
        const { status } = await hardRow()
        if (status.state !== 'ready') return undefined
        return (await ports.takes.find([status.takeId])).get(status.takeId)
      },
    })
  })
}
/** What was asked between two moments. */
const since = (speakers: Speaker[]) => {
  const before = speakers.map(({ asked }) => asked.length)
  return () => speakers.map(({ asked }, at) => asked.slice(before[at]))
}

const turns = async () => {
  for (let turn = 0; turn < 100; turn++) await new Promise((resolve) => setImmediate(resolve))
}
const until = async (isSo: () => boolean) => {
  while (!isSo()) await new Promise((resolve) => setImmediate(resolve))
}

describe('a voice that may speak instead', () => {
  it('is asked only where the person allowed it', async () => {
    await withScene(async ({ narrate, hardRow, other }) => {
      expect(await narrate()).toMatchObject({ state: 'done', done: 4, failed: 1 })
      expect((await hardRow()).status.state).toBe('failed')
      expect(other.asked).toEqual([])
    })
  })

  it('speaks what the book’s own cannot say, under its own recipe and marked', async () => {
    await withScene(async ({ narrate, call, projectId, rows, hardRow, hardTake, allow, other }) => {
      await allow('flite:plain')
      expect(await narrate()).toMatchObject({ state: 'done', done: 4, failed: 0 })
      expect((await hardRow()).status).toMatchObject({ state: 'ready', fallback: 'flite:plain' })
      expect(other.asked.filter((text) => text.includes(hard))).toHaveLength(1)
      const take = await hardTake()
      expect(take).toMatchObject({ voice: 'flite:plain' })
      expect(take?.recipeKey).toBe(recipeOfTake(take?.id ?? '')?.recipeKey)
      const marked = (await rows()).filter(
        ({ status }) => status.state === 'ready' && status.fallback !== undefined,
      )
      expect(marked).toHaveLength(1)
      const { position } = await hardRow()
      const found = await call('segment.findFlagged', { projectId, from: 0, direction: 'forward' })
      expect(found).toEqual({ position })
      const { progress } = await call('project.open', { projectId })
      expect(progress[0]).toMatchObject({ ready: 4, flagged: 1, failed: 0 })
    })
  })

  it('is paid once: the next run asks nobody', async () => {
    await withScene(async ({ narrate, allow, own, other }) => {
      await allow('flite:plain')
      await narrate()
      const asked = since([own, other])
      expect(await narrate()).toMatchObject({ state: 'done', done: 4, failed: 0 })
      expect(asked()).toEqual([[], []])
    })
  })

  it('says the same sentence elsewhere with the take that is there', async () => {
    await withScene(
      async ({ narrate, allow, call, other }) => {
        await allow('flite:plain')
        expect(await narrate()).toMatchObject({ state: 'done', done: 6, failed: 0 })
        expect(other.asked.filter((text) => text.includes(hard))).toHaveLength(1)
        const speech = (await call('performance.read', {})).samples.at(-1)?.speech
        expect(speech).toMatchObject({ spoken: 4, failures: 0 })
      },
      { texts: [...texts, hard, texts[0] as string], workers: 1 },
    )
  })

  it('fails for equal sentences alike, and nothing is left that nobody hears of', async () => {
    await withScene(
      async ({ narrate, allow, other }) => {
        other.trouble = 'voice-failed'
        await allow('flite:plain')
        expect(await narrate()).toMatchObject({ state: 'done', done: 2, failed: 2 })
        await turns()
      },
      { texts: [hard, hard], workers: 2 },
    )
  })

  it('stays where a crash had cut the narration off', async () => {
    const { ports, options, logged } = studioPorts(systemClock, {})
    const [own, other] = [speaker('espeak'), speaker('flite')]
    own.trouble = 'voice-failed'
    ports.sources = sourcesOf(own, other)
    ports.reader = readerOf([texts])
    const again = { ports, options, logged }
    await withOpenBook(again, async ({ call, projectId, rows }) => {
      await call('project.allowFallback', { projectId, voice: 'flite:plain' })
      const segmentId = (await rows())[1]?.id ?? ''
      await call('segment.prepare', { projectId, segmentId })
    })
    const asked = since([own, other])
    // The same book: it is found again.
    await withOpenBook(again, async ({ narrate, rows }) => {
      expect(await narrate()).toMatchObject({ state: 'done', done: 4, failed: 0 })
      const [byOwn = [], byOther = []] = asked()
      expect([...byOwn, ...byOther].filter((text) => text.includes(hard))).toEqual([])
      expect((await rows())[1]?.status).toMatchObject({ fallback: 'flite:plain' })
    })
  })

  it('is counted as one segment, spoken', async () => {
    await withScene(async ({ narrate, allow, call }) => {
      await allow('flite:plain')
      const job = await narrate()
      expect(job).toMatchObject({ done: 4, total: 4, failed: 0 })
      const speech = (await call('performance.read', {})).samples.at(-1)?.speech
      expect(speech).toMatchObject({ spoken: 4, failures: 0, busyLanes: 0, queued: 0 })
    })
  })

  it('gives the sentence back when its text changes, and has it again when that is undone', async () => {
    await withScene(async ({ narrate, allow, call, projectId, hardRow, hardTake, own }) => {
      await allow('flite:plain')
      await narrate()
      const segmentId = (await hardRow()).id
      const rowNow = async () =>
        (await call('segment.list', { projectId, from: 1, count: 1 })).rows[0]?.status
      await call('segment.edit', { projectId, segmentId, text: 'An easy word.' })
      expect(await rowNow()).toMatchObject({ state: 'stale' })
      await narrate()
      expect(own.asked.at(-1)).toContain('An easy word.')
      expect(await rowNow()).not.toHaveProperty('fallback')
      await call('project.undo', { projectId })
      expect(await rowNow()).toMatchObject({ state: 'ready', fallback: 'flite:plain' })
      expect((await hardTake())?.voice).toBe('flite:plain')
    })
  })

  it('gives it back when another voice is cast or the permission is gone, and undo returns it', async () => {
    await withScene(async ({ narrate, allow, call, projectId, hardRow }) => {
      await allow('flite:plain')
      await narrate()
      const status = async () => (await hardRow()).status
      await call('project.cast', { projectId, voice: 'espeak:second' })
      expect((await status()).state).toBe('stale')
      await call('project.undo', { projectId })
      expect(await status()).toMatchObject({ state: 'ready', fallback: 'flite:plain' })
      await allow(null)
      expect((await status()).state).toBe('stale')
      await call('project.undo', { projectId })
      expect(await status()).toMatchObject({ state: 'ready', fallback: 'flite:plain' })
    })
  })

  it('is another one when another is allowed, and the own voice is not asked in vain', async () => {
    await withScene(async ({ narrate, allow, hardRow, own, other }) => {
      await allow('flite:plain')
      await narrate()
      await allow('flite:second')
      expect((await hardRow()).status.state).toBe('stale')
      const asked = since([own, other])
      await narrate()
      expect(asked().map((texts) => texts.length)).toEqual([0, 1])
      expect((await hardRow()).status).toMatchObject({ state: 'ready', fallback: 'flite:second' })
    })
  })

  it('stands back when the sentence is made again and its own voice can say it now', async () => {
    await withScene(async ({ narrate, allow, call, projectId, hardRow, hardTake, end, own }) => {
      await allow('flite:plain')
      await narrate()
      own.trouble = null
      const segmentIds = [(await hardRow()).id]
      await end((await call('segment.regenerate', { projectId, segmentIds })).jobId)
      expect((await hardRow()).status).not.toHaveProperty('fallback')
      expect((await hardTake())?.voice).toBe('espeak:plain')
    })
  })

  it('speaks anew when the sentence is made again and its own voice still cannot', async () => {
    await withScene(async ({ narrate, allow, call, projectId, hardRow, hardTake, end, own }) => {
      await allow('flite:plain')
      await narrate()
      const before = own.asked.length
      const segmentIds = [(await hardRow()).id]
      await end((await call('segment.regenerate', { projectId, segmentIds })).jobId)
      expect(own.asked.length).toBeGreaterThan(before)
      expect((await hardRow()).status).toMatchObject({ state: 'ready', fallback: 'flite:plain' })
      expect(await hardTake()).toMatchObject({ voice: 'flite:plain', rendition: 2 })
    })
  })

  it('leaves the own voice’s take alone where only its renewal has failed', async () => {
    await withScene(
      async ({ narrate, allow, call, projectId, hardRow, hardTake, end, own, other }) => {
        own.trouble = null
        await allow('flite:plain')
        await narrate()
        own.trouble = 'voice-failed'
        const segmentIds = [(await hardRow()).id]
        await end((await call('segment.regenerate', { projectId, segmentIds })).jobId)
        expect(other.asked).toEqual([])
        expect((await hardTake())?.voice).toBe('espeak:plain')
      },
    )
  })

  it('that cannot say it either leaves the failure of the book’s own', async () => {
    await withScene(async ({ narrate, allow, hardRow, own, other }) => {
      own.trouble = 'server-refused'
      other.trouble = 'voice-failed'
      await allow('flite:plain')
      expect(await narrate()).toMatchObject({ state: 'done', done: 4, failed: 1 })
      expect((await hardRow()).status).toMatchObject({
        state: 'failed',
        failure: { code: 'server-refused', params: { server: 'espeak' } },
      })
    })
  })

  it.each(['key-refused', 'quota-spent', 'model-gone', 'disk-full'] as const)(
    'is not asked when the job waits for a person: %s',
    async (code) => {
      await withScene(async ({ narrate, allow, own, other }) => {
        own.trouble = code
        await allow('flite:plain')
        expect(await narrate()).toMatchObject({ state: 'paused', failure: { code } })
        expect(other.asked).toEqual([])
      })
    },
  )

  it('can be allowed while the narration runs', async () => {
    await withScene(async (scene) => {
      const { call, projectId, allow, end, hardRow } = scene
      const { jobId } = await call('speech.start', { projectId, scope: { kind: 'ticked' } })
      await call('job.pause', { jobId })
      await allow('flite:plain')
      await call('job.resume', { jobId })
      expect(await end(jobId)).toMatchObject({ state: 'done' })
      const { status } = await hardRow()
      // It may have failed just before the pause; then it is spoken instead the next time.
      if (status.state === 'failed') await scene.narrate()
      expect((await hardRow()).status).toMatchObject({ fallback: 'flite:plain' })
    })
  })

  it('is not asked while the narration is paused', async () => {
    await withScene(async ({ call, projectId, allow, end, hardRow, own, other }) => {
      await allow('flite:plain')
      const { promise, resolve: goOn } = Promise.withResolvers<void>()
      own.hold = promise
      const { jobId } = await call('speech.start', { projectId, scope: { kind: 'ticked' } })
      await until(() => own.asked.some((text) => text.includes(hard)))
      await call('job.pause', { jobId })
      goOn()
      await turns()
      expect(other.asked).toEqual([])
      await call('job.resume', { jobId })
      expect(await end(jobId)).toMatchObject({ state: 'done', done: 4, failed: 0 })
      expect((await hardRow()).status).toMatchObject({ fallback: 'flite:plain' })
    })
  })

  it('is not outrun: while it has no room, no more is asked of the book’s own', async () => {
    const many = Array.from({ length: 60 }, (_, index) => `Paragraph number ${index}.`)
    await withScene(
      async ({ call, projectId, allow, end, own, other }) => {
        await allow('flite:plain')
        own.isHard = () => true
        const { promise, resolve: goOn } = Promise.withResolvers<void>()
        other.hold = promise
        const { jobId } = await call('speech.start', { projectId, scope: { kind: 'ticked' } })
        await until(() => other.asked.length === 2)
        await turns()
        expect(other.asked).toHaveLength(2)
        expect(own.asked.length).toBeLessThanOrEqual(8)
        goOn()
        expect(await end(jobId)).toMatchObject({ state: 'done', done: 60, failed: 0 })
      },
      { texts: many },
    )
  })

  it('is heard by whoever listens to what was not narrated yet', async () => {
    await withScene(async ({ allow, call, projectId, hardRow }) => {
      const segmentId = (await hardRow()).id
      await allow('flite:plain')
      const span = await call('segment.prepare', { projectId, segmentId })
      expect(span.address).not.toBeNull()
      expect((await hardRow()).status).toMatchObject({ state: 'ready', fallback: 'flite:plain' })
    })
  })

  it('is levelled as the voice it is', async () => {
    const gains = new Map<string, number>()
    /** Everything of the other voice is ten decibels louder. */
    const codecs = () => {
      const quiet = quietCodecs()
      return {
        ...quiet,
        prepare: async (...[sounds, signal]: Parameters<typeof quiet.prepare>) => {
          const made = await quiet.prepare(sounds, signal)
          const isOther = made.file.startsWith('flite')
          return { ...made, analysis: { ...made.analysis, loudnessLufs: isOther ? -10 : -20 } }
        },
        renderPreview: async (...[{ key, clips }]: Parameters<typeof quiet.renderPreview>) => {
          for (const { source, segmentId, gainDb } of clips)
            if (source.kind === 'take') gains.set(segmentId, gainDb)
          return `${key}.mp4`
        },
      }
    }
    await withScene(
      async ({ allow, narrate, rows, call, projectId }) => {
        await allow('flite:plain')
        await narrate()
        const all = await rows()
        for (const { id: segmentId } of all) await call('segment.prepare', { projectId, segmentId })
        expect(all.map(({ id }) => gains.get(id))).toEqual([1, -9, 1, 1])
      },
      { codecs },
    )
  })

  it('that costs money is counted at its own price', async () => {
    await withScene(
      async ({ allow, narrate, other }) => {
        await allow('flite:plain')
        const job = await narrate()
        const spent = other.asked.find((text) => text.includes(hard))?.length
        expect(job.cost).toEqual({ spent, saved: 0, currency: 'USD' })
      },
      { other: { price } },
    )
  })

  it('is one that is there: another is refused', async () => {
    await withScene(async ({ studio, projectId }) => {
      const args = { projectId, voice: 'gone:voice' }
      expect(await studio.call('project.allowFallback', args)).toMatchObject({
        ok: false,
        failure: { code: 'voice-unknown' },
      })
    })
  })
})
