// Answers to the same wish are told apart: the rendition, and how often what came was not good enough.
import { expect, it } from 'vitest'
import type { SpeechRequest } from '../../../src/core/ports/speech.ts'
import type { Asking } from '../../../src/core/studio/takes/voice-asking.ts'
import { createVoiceAsking } from '../../../src/core/studio/takes/voice-asking.ts'
import { createMeter } from '../../../src/core/studio/watch/meter.ts'
import { plainVoice, quietCodecs, voiceOf } from '../../fixtures/studio-ports.ts'
import { createVirtualClock } from '../../fixtures/virtual-clock.ts'
import { seeded } from '../dispatch/simulated-server.ts'
import { dispatcherOf } from '../dispatch/speak-all.ts'

const clock = createVirtualClock()
const dispatcher = dispatcherOf(clock, seeded(1), [{ mode: 'fixed', lanes: 1 }])

/** What a provider is asked. */
async function requestOf(how: Pick<Asking, 'rendition' | 'again' | 'urgent' | 'haste'>) {
  const asked: SpeechRequest[] = []
  const provider = voiceOf(async (request) => {
    asked.push(request)
    return { file: 'sound' }
  })
  const asking = createVoiceAsking({ of: async () => dispatcher } as never, createMeter(clock), {
    answered: { keep: async () => {}, find: async () => null, forget: async () => {} },
    codecs: quietCodecs(),
    measures: { around: (_kind: unknown, _name: unknown, work: () => unknown) => work() } as never,
  })
  const { signal } = new AbortController()
  const wish = { voice: plainVoice, provider, rate: 1, signal, ...how }
  await asking.ask([{ text: 'One.' }], wish)
  expect(asked).toHaveLength(1)
  return asked[0]
}

it.each([
  ['1', { rendition: 1 }],
  ['1', { rendition: 1, again: 0 }],
  ['1.1', { rendition: 1, again: 1 }],
  ['2', { rendition: 2 }],
  ['2.3', { rendition: 2, again: 3 }],
])('a provider is asked for answer %s', async (answer, wish) =>
  expect((await requestOf({ urgent: false, ...wish }))?.answer).toBe(answer),
)

it.each([
  ['now', { urgent: true, haste: () => 'rest' }],
  ['seen', { urgent: false, haste: () => 'seen' }],
  ['rest', { urgent: false }],
] as const)('… and is told that it is wanted %s', async (haste, wish) =>
  expect((await requestOf({ rendition: 1, ...wish }))?.haste?.()).toBe(haste),
)
