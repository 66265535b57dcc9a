// A budget: what a narration may spend, where it stops, and what a person's “go on” allows.
import { describe, expect, it } from 'vitest'
import type { SpokenPart } from '../../../src/contract/index.ts'
import type { VoiceProvider } from '../../../src/core/ports/speech.ts'
import { systemClock } from '../../../src/io/clock.ts'
import { isOver, withNarration } from '../../fixtures/studio-narration.ts'
import { plainVoice, sourcesOf, voiceOf } from '../../fixtures/studio-ports.ts'
import { createVirtualClock } from '../../fixtures/virtual-clock.ts'

describe('a narration with a budget', () => {
  const price = { perMillionCharacters: 1e6, currency: 'USD', asOf: '2026-11-27', source: 'here' }
  const paidVoice = (speak: VoiceProvider['speak'], lanes: number) => {
    const plain = voiceOf(speak, lanes)
    // What costs money is never a new book's first voice by itself: this is the one without a choice.
    const voices = async () => [{ ...plainVoice, id: 'espeak:gmw/en-US' }]
    return { ...plain, voices, capabilities: { ...plain.capabilities, price } }
  }

  const lengthOf = (spoken: readonly SpokenPart[]) =>
    spoken.reduce((sum, part) => sum + ('text' in part ? part.text.length : 0), 0)

  it('allows as much once more each time a person goes on', async () => {
    let asked = 0
    const provider = paidVoice(async () => ({ file: `sound-${++asked}` }), 1)
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

  it.each([
    ['without one to its end', null, 'done'],
    ['with a smaller one until that is spent', 60, 'paused'],
  ])('goes on %s when a person says so', async (_, more, state) => {
    let asked = 0
    const provider = paidVoice(async () => ({ file: `sound-${++asked}` }), 1)
    const given = { sources: sourcesOf(provider), segments: 6, budget: 600 }
    await withNarration(systemClock, given, async ({ that, studio, jobId }) => {
      await that((job) => job.state === 'paused')
      await studio.call('job.resume', { jobId, budget: more })
      const job = await that((now) => isOver(now) || now.failure?.params['amount'] === more)
      expect(job.state).toBe(state)
    })
  })

  it('tells, while it waits, how far the book and its chapters have come', async () => {
    const clock = createVirtualClock()
    let asked = 0
    const provider = paidVoice(async () => {
      const file = `sound-${++asked}`
      await new Promise<void>((resolve) => void clock.after(400, resolve))
      return { file }
    }, 2)
    const given = { sources: sourcesOf(provider), segments: 20, budget: 2000 }
    await withNarration(clock, given, async ({ job, studio }) => {
      const ready = { book: 0, chapter: 0 }
      studio.on('library.changed', ({ project }) => void (ready.book = project.ready))
      studio.on('segments.changed', ({ progress }) => {
        ready.chapter = progress.reduce((sum, chapter) => sum + chapter.ready, 0)
      })
      while (job().state === 'running') await clock.advance(50)
      await clock.advance(2000)
      expect(job().done).toBeGreaterThan(4)
      expect(ready).toEqual({ book: job().done, chapter: job().done })
    })
  })

  it('says nothing of a budget that the last segment has spent', async () => {
    let characters = 0
    const provider = paidVoice(async ({ spoken }) => {
      characters += lengthOf(spoken)
      return { file: `sound-${characters}` }
    }, 1)
    const sources = sourcesOf(provider)
    await withNarration(systemClock, { sources }, async ({ that }) => void (await that(isOver)))
    await withNarration(systemClock, { sources, budget: characters }, async ({ that }) => {
      expect(await that(({ state }) => state !== 'running')).toMatchObject({ state: 'done' })
    })
  })

  it('asks for one segment beyond it at most, however many are spoken at once', async () => {
    const clock = createVirtualClock()
    let characters = 0
    let longest = 0
    const provider = paidVoice(async ({ spoken }) => {
      const length = lengthOf(spoken)
      longest = Math.max(longest, length)
      characters += length
      const file = `sound-${characters}`
      await new Promise<void>((resolve) => void clock.after(1000, resolve))
      return { file }
    }, 8)
    const budget = 700
    const given = { sources: sourcesOf(provider), segments: 20, budget }
    await withNarration(clock, given, async ({ job }) => {
      while (job().state === 'running') await clock.advance(100)
      expect(job()).toMatchObject({ state: 'paused', failure: { code: 'budget-spent' } })
      expect(characters).toBeGreaterThanOrEqual(budget)
      expect(characters).toBeLessThan(budget + longest)
    })
  })
})
