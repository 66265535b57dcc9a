// What a person's “go on” does: to a narration that waits, and to one whose source was changed.
import { describe, expect, it } from 'vitest'
import type { Failure } from '../../../src/contract/index.ts'
import { fail } from '../../../src/core/base/failure-error.ts'
import type { VoiceProvider } from '../../../src/core/ports/speech.ts'
import { systemClock } from '../../../src/io/clock.ts'
import { createVoiceSources } from '../../../src/io/speech/voice-sources.ts'
import { isOver, withNarration } from '../../fixtures/studio-narration.ts'
import { sourcesOf, voiceOf } from '../../fixtures/studio-ports.ts'
import { createVirtualClock } from '../../fixtures/virtual-clock.ts'

const server = (speak: VoiceProvider['speak'], given: Partial<VoiceProvider> = {}) => {
  const provider = voiceOf(speak, 2)
  const capabilities = { ...provider.capabilities, kind: 'server' as const }
  return { ...provider, capabilities, ...given }
}

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

  it.each(['put back', 'given up'])(
    'and is gone leaves the narration waiting for a person, until it is %s',
    async (how) => {
      const { sources, replace } = replaceable(refusing('quota-spent'))
      await withNarration(systemClock, { sources }, async ({ that, resume, studio, jobId }) => {
        await that(({ state }) => state === 'paused')
        replace(server(async () => ({ file: 'sound' }), { name: 'other' }))
        for (let turn = 0; turn < 2; turn += 1) {
          await resume()
          const paused = await that(({ failure }) => failure?.code === 'voice-unknown')
          expect(paused.state).toBe('paused')
        }
        if (how === 'given up') await studio.call('job.cancel', { jobId })
        else {
          let asked = 0
          replace(server(async () => ({ file: `sound-${++asked}` })))
          await resume()
        }
        const { state } = await that(isOver)
        expect(state).toBe(how === 'given up' ? 'cancelled' : 'done')
      })
    },
  )
})
