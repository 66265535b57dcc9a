// How loud a voice is: its passage is spoken once, whoever wants to know, and whoever gives up meanwhile.
import { join } from 'node:path'
import { tmpdir } from 'node:os'
import { expect, it } from 'vitest'
import type { VoiceProvider } from '../../../src/core/ports/speech.ts'
import { calibrationPassage } from '../../../src/core/master/voice-gain.ts'
import { systemClock } from '../../../src/io/clock.ts'
import { createVoiceSources } from '../../../src/io/speech/voice-sources.ts'
import { withOpenBook } from '../../fixtures/open-book.ts'
import { studioPorts, voiceOf } from '../../fixtures/studio-ports.ts'

const passageBegin = calibrationPassage('en').slice(0, 20)

/** A voice that can become another one under its name; its passage is spoken once `open` is called. */
function speaking() {
  const reached = Promise.withResolvers<void>()
  const opened = Promise.withResolvers<void>()
  let passages = 0
  let spoken = 0
  const speak: VoiceProvider['speak'] = async (request, signal) => {
    if (JSON.stringify(request.spoken).includes(passageBegin)) {
      passages += 1
      reached.resolve()
      const left = new Promise<void>((_, reject) =>
        signal.addEventListener('abort', () => reject(signal.reason as Error), { once: true }),
      )
      await Promise.race([opened.promise, left])
    }
    return { file: `sound-${spoken++}` }
  }
  let provider = voiceOf(speak)
  const sources = createVoiceSources([() => [provider]])
  return {
    ...{ sources, reached: reached.promise, open: () => opened.resolve() },
    passages: () => passages,
    renew(endpointId: string) {
      provider = { ...provider, endpointId }
      sources.changed()
    },
  }
}

it('an export that is cancelled ends nobody else’s wait for a voice’s level', async () => {
  const voice = speaking()
  const test = studioPorts(systemClock, { sources: voice.sources })
  await withOpenBook(test, async ({ call, end, narrate, rows, projectId, studio }) => {
    await narrate()
    const target = join(tmpdir(), 'lectern-voice-levels.m4b')
    const ticket = test.ports.tickets.issue('target', target)
    const { jobId } = await call('export.start', { projectId, ticket, format: 'm4b' })
    await voice.reached
    const segmentId = (await rows())[0]?.id ?? ''
    const listening = studio.call('segment.prepare', { projectId, segmentId })
    await call('job.cancel', { jobId })
    expect(await end(jobId)).toMatchObject({ state: 'cancelled' })
    voice.open()
    expect(await listening).toMatchObject({ ok: true })
    expect(voice.passages()).toBe(1)
  })
})

it('a voice that has become another one under its name is measured again', async () => {
  const voice = speaking()
  voice.open()
  await withOpenBook(studioPorts(systemClock, { sources: voice.sources }), async (book) => {
    const { call, narrate, projectId, rows } = book
    const listen = async () => {
      const segmentId = (await rows())[0]?.id ?? ''
      await call('segment.prepare', { projectId, segmentId })
    }
    await narrate()
    await listen()
    await listen()
    expect(voice.passages()).toBe(1)
    voice.renew('plain@2')
    await narrate()
    await listen()
    expect(voice.passages()).toBe(2)
  })
})
