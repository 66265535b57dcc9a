// Every way in which the loopback server behaves, and what one request to it comes to.
import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { FailureCode } from '../../../../src/contract/index.ts'
import { readWavHeader } from '../../../../src/core/audio/read-wav-header.ts'
import { FailureError } from '../../../../src/core/base/failure-error.ts'
import type { SpeechRequest } from '../../../../src/core/ports/speech.ts'
import { serverVoice } from '../../../../src/io/speech/server/server-voice.ts'
import { newServer } from '../../../../src/io/speech/server/new-server.ts'
import { openServerProvider, type OpenedServerProvider } from '../../../fixtures/server-provider.ts'
import { createVirtualClock } from '../../../fixtures/virtual-clock.ts'
import type { ProfileName } from '../../../speech-server/profiles.ts'
import { createSpeechServer, type SpeechServer } from '../../../speech-server/speech-server.ts'

/** Of the first request; what the sound is worth is for the core's checks. */
const comesTo: Record<ProfileName, FailureCode | 'sound'> = {
  normal: 'sound',
  latency: 'sound',
  jitter: 'sound',
  'cold-start': 'sound',
  'slow-drip': 'sound',
  rpm: 'sound',
  'cap-503': 'sound',
  'cap-queue': 'sound',
  'error-500': 'server-failed',
  'retry-after-1': 'server-busy',
  'retry-after-90': 'server-busy',
  'retry-after-date': 'server-busy',
  quota: 'quota-spent',
  'bad-key': 'key-refused',
  'model-404': 'model-gone',
  'fastapi-422': 'server-refused',
  'bad-400': 'voice-unknown',
  'bad-400-openai': 'server-refused',
  'html-502': 'server-failed',
  reset: 'server-unreachable',
  'no-answer': 'voice-timeout',
  'stalled-body': 'voice-timeout',
  'truncated-length': 'server-unreachable',
  'truncated-chunked': 'server-unreachable',
  'truncated-close': 'sound',
  'json-200': 'server-failed',
  'empty-200': 'sound-refused',
  'wav-ffffffff': 'sound',
  'wav-zero': 'sound',
  'wav-2e9': 'sound',
  'wav-second-header': 'sound',
  'wav-trailing-junk': 'sound',
  'mp3-as-wav': 'sound',
  'pcm-22050': 'sound-refused',
  'wrong-rate': 'sound',
  'missing-tail': 'sound',
  'missing-middle': 'sound',
  repeated: 'sound',
  'dead-air': 'sound',
  clipped: 'sound',
  noise: 'sound',
  offset: 'sound',
  'other-voice': 'sound',
  'ignores-speed': 'sound',
}
const never: readonly string[] = ['no-answer', 'stalled-body']
const profileNames = Object.keys(comesTo) as ProfileName[]

let server: SpeechServer
const opened: OpenedServerProvider[] = []
const base = () => `http://127.0.0.1:${server.port}`
const signal = new AbortController().signal

beforeAll(async () => {
  server = await createSpeechServer({ sound: 'tone', timeScale: 0.01 })
})
afterAll(async () => {
  await Promise.all(opened.map((each) => each.close()))
  await server.close()
})

function open(...args: Parameters<typeof openServerProvider>) {
  const provider = openServerProvider(...args)
  opened.push(provider)
  return provider
}
const request = (text = 'It was a dark and stormy night.'): SpeechRequest => ({
  voice: serverVoice(newServer({ id: 'box', kind: 'other', name: 'Box', addresses: [] }), {
    name: 'alloy',
    label: 'alloy',
  }),
  spoken: [{ text }],
  rate: 1,
})
const failureIn = async (work: Promise<unknown>) => {
  const error = await work.then(
    () => null,
    (caught: unknown) => caught,
  )
  if (!(error instanceof FailureError)) throw new Error(`no failure but ${String(error)}`)
  return error.failure
}

describe('one request to a server that', () => {
  it.each(profileNames.filter((name) => !never.includes(name)))('is %s', async (name) => {
    const box = open([base()], { model: name, voices: ['alloy'] })
    const spoken = box.provider.speak(request(`A text for ${name}.`), signal)
    if (comesTo[name] === 'sound') {
      const { file } = await spoken
      expect(box.spooled()).toHaveLength(1)
      expect(readFileSync(file).length).toBeGreaterThan(1000)
    } else {
      expect((await failureIn(spoken)).code).toBe(comesTo[name])
      expect(box.spooled()).toEqual([])
    }
    const asked = server.stats().requests.filter(({ model }) => model === name)
    expect(asked).toHaveLength(1)
  })

  it.each(never)('is %s', async (name) => {
    const clock = createVirtualClock()
    const box = open([base()], { model: name, voices: ['alloy'] }, { clock })
    const spoken = failureIn(box.provider.speak(request(), signal))
    const isAsked = () => server.stats().requests.some(({ model }) => model === name)
    while (!isAsked()) await clock.advance(0)
    await clock.advance(30_000)
    expect(await spoken).toEqual({
      code: 'voice-timeout',
      params: { voice: 'box:alloy', seconds: 30 },
      retry: 'now',
    })
    expect(box.spooled()).toEqual([])
  })

  it('wants a pause is told exactly how long', async () => {
    const box = open([base()], { model: 'retry-after-90', voices: ['alloy'] })
    const failure = await failureIn(box.provider.speak(request('Another text.'), signal))
    expect(failure.params).toEqual({ server: 'Box', seconds: 90 })
  })

  it('tells its limits is heard', async () => {
    const box = open([base()], { model: 'rpm', voices: ['alloy'] })
    const { limits } = await box.provider.speak(request('Once more.'), signal)
    expect(limits?.requests?.remaining).toBeGreaterThanOrEqual(0)
  })

  it('gives samples without a header: they get one with the rate that was said', async () => {
    const box = open([base()], { model: 'pcm-22050', voices: ['alloy'], format: 'pcm' })
    const { file } = await box.provider.speak(request(), signal)
    const bytes = readFileSync(file)
    expect(readWavHeader(bytes)).toMatchObject({
      sampleRate: 22_050,
      channels: 1,
      bitsPerSample: 16,
      dataBytes: bytes.length - 44,
    })
  })

  it('gives OpenAI’s samples: 24,000 a second', async () => {
    const box = open([base()], { model: 'normal', voices: ['alloy'], format: 'pcm' })
    const { file } = await box.provider.speak(request(), signal)
    expect(readWavHeader(readFileSync(file))?.sampleRate).toBe(24_000)
  })
})

describe('many requests', () => {
  it('share no more connections than there are lanes', async () => {
    const crowded = await createSpeechServer({ sound: 'tone' })
    const box = open([`http://127.0.0.1:${crowded.port}`], { model: 'normal', voices: ['alloy'] })
    const left = Array.from({ length: 300 }, (_, index) => `Sentence ${index}.`)
    const lane = async () => {
      for (let text = left.pop(); text !== undefined; text = left.pop())
        await box.provider.speak(request(text), signal)
    }
    await Promise.all(Array.from({ length: 8 }, lane))
    const { requests, sockets, mostConcurrent } = crowded.stats()
    expect(requests).toHaveLength(300)
    expect(box.spooled()).toHaveLength(300)
    expect(mostConcurrent).toBeLessThanOrEqual(8)
    expect(sockets).toBeLessThanOrEqual(8)
    await crowded.close()
  })

  it('wait for a connection where fewer lanes were set than are asked for', async () => {
    const crowded = await createSpeechServer({ sound: 'tone' })
    const box = open([`http://127.0.0.1:${crowded.port}`], { voices: ['alloy'], lanes: 2 })
    const texts = Array.from({ length: 20 }, (_, index) => `Sentence ${index}.`)
    await Promise.all(texts.map((text) => box.provider.speak(request(text), signal)))
    expect(crowded.stats().sockets).toBeLessThanOrEqual(2)
    await crowded.close()
  })
})
