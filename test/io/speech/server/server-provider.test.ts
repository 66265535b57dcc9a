// What a server is asked, what its list is worth, and who is told of what.
import { readFileSync } from 'node:fs'
import { afterEach, describe, expect, it } from 'vitest'
import type { ServerResponse } from 'node:http'
import type { SpeechRequest, VoiceProvider } from '../../../../src/core/ports/speech.ts'
import { wavHeader } from '../../../../src/core/audio/wav-header.ts'
import { openBareServer, sendJson, type BareRequest } from '../../../fixtures/bare-server.ts'
import { openServerProvider } from '../../../fixtures/server-provider.ts'
import { createVirtualClock } from '../../../fixtures/virtual-clock.ts'

const closing: (() => Promise<void>)[] = []
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close()
})
const serve = async (answer: (request: BareRequest, response: ServerResponse) => void) => {
  const server = await openBareServer(answer)
  closing.push(server.close)
  return server
}
const open = (...args: Parameters<typeof openServerProvider>) => {
  const box = openServerProvider(...args)
  closing.push(box.close)
  return box
}
const second = Buffer.concat([
  wavHeader({ sampleRate: 24_000, channels: 1, samples: 24_000 }),
  Buffer.alloc(48_000, 7),
])
const sendSound = (response: ServerResponse) => void response.end(second)
const signal = new AbortController().signal

/** Lists two voices and speaks. */
const usual = ({ path }: BareRequest, response: ServerResponse) => {
  if (path === '/v1/audio/voices') return sendJson(response, 200, { voices: ['anna', 'bert'] })
  if (path === '/v1/models') return sendJson(response, 200, { data: [{ id: 'm' }] })
  return sendSound(response)
}
const requestOf = async (
  provider: VoiceProvider,
  more: Partial<SpeechRequest> = {},
): Promise<SpeechRequest> => {
  const [voice] = await provider.voices(signal)
  if (!voice) throw new Error('a voice is listed')
  return { voice, spoken: [{ text: 'Hello there.' }], rate: 1, ...more }
}
const spokenTo = (asked: readonly BareRequest[]) =>
  asked.filter(({ path }) => path === '/v1/audio/speech')

describe('a request', () => {
  it('asks for WAV at the voice’s own pace, and for nothing that was not set', async () => {
    const server = await serve(usual)
    const { provider } = open([server.url], { model: 'm' })
    await provider.speak(await requestOf(provider), signal)
    expect(JSON.parse(spokenTo(server.asked)[0]?.body ?? '')).toEqual({
      model: 'm',
      input: 'Hello there.',
      voice: 'anna',
      response_format: 'wav',
    })
  })

  it('carries pace, instructions, format and what Kokoro-FastAPI needs', async () => {
    const server = await serve(usual)
    const { provider } = open([server.url], {
      kind: 'kokoro-fastapi',
      model: 'kokoro',
      format: 'flac',
      instructions: 'Calmly.',
    })
    const spoken = [{ text: 'One \u0000\u0007' }, { ipa: 'tuː', text: 'two' }, { text: '.' }]
    await provider.speak(await requestOf(provider, { spoken, rate: 1.25 }), signal)
    expect(JSON.parse(spokenTo(server.asked)[0]?.body ?? '')).toEqual({
      model: 'kokoro',
      input: 'One two.',
      voice: 'anna',
      response_format: 'flac',
      speed: 1.25,
      instructions: 'Calmly.',
      stream: false,
    })
  })

  it('sends the key and a name, and nothing about this machine', async () => {
    const server = await serve(usual)
    const { provider } = open([server.url], {}, { key: async () => 'sk-planted' })
    await provider.speak(await requestOf(provider), signal)
    const headers = spokenTo(server.asked)[0]?.headers ?? {}
    expect(headers.authorization).toBe('Bearer sk-planted')
    expect(headers['user-agent']).toMatch(/^Lectern\//)
    expect(Object.keys(headers).filter((name) => /stainless|openai/.test(name))).toEqual([])
  })

  it('sends no key where there is none', async () => {
    const server = await serve(usual)
    const { provider } = open([server.url])
    await provider.speak(await requestOf(provider), signal)
    expect(server.asked.map(({ headers }) => headers.authorization)).not.toContain(
      'Bearer not-needed',
    )
  })

  it('follows no redirect, so that a key goes where it belongs', async () => {
    const elsewhere = await serve(usual)
    const server = await serve(({ path }, response) => {
      if (path.includes('voices')) return sendJson(response, 200, { voices: ['anna'] })
      response.writeHead(307, { location: `${elsewhere.url}/audio/speech` }).end()
    })
    const { provider } = open([server.url], { voices: ['anna'] }, { key: async () => 'sk-planted' })
    await expect(provider.speak(await requestOf(provider), signal)).rejects.toMatchObject({
      failure: { code: 'server-refused' },
    })
    expect(elsewhere.asked).toEqual([])
  })

  it('goes to the endpoint that was asked for', async () => {
    const [one, two] = [await serve(usual), await serve(usual)]
    const { provider } = open([one.url, two.url])
    const request = await requestOf(provider)
    for (const endpoint of provider.endpoints)
      await provider.speak({ ...request, endpoint }, signal)
    expect([spokenTo(one.asked).length, spokenTo(two.asked).length]).toEqual([1, 1])
    expect(new Set(provider.endpoints).size).toBe(2)
  })

  it('is cut when nobody wants it any more, and leaves no file', async () => {
    const server = await serve((request, response) => {
      if (request.path !== '/v1/audio/speech') return usual(request, response)
      response.write(second.subarray(0, 20_000), () => controller.abort())
    })
    const box = open([server.url])
    const controller = new AbortController()
    const speaking = box.provider.speak(await requestOf(box.provider), controller.signal)
    await expect(speaking).rejects.toMatchObject({ name: 'AbortError' })
    expect(box.spooled()).toEqual([])
  })

  it('gives up after 30 s without a byte, once the first has come', async () => {
    const clock = createVirtualClock()
    const idle = Promise.withResolvers<void>()
    const watched = {
      ...clock,
      after: (ms: number, run: () => void) => {
        // A tenth of it at a time. Only a piece of the body starts this limit: the one before it is longer.
        if (ms === 3000 && isSpeaking) idle.resolve()
        return clock.after(ms, run)
      },
    }
    let isSpeaking = false
    const server = await serve((request, response) => {
      if (request.path !== '/v1/audio/speech') return usual(request, response)
      response.write(second.subarray(0, 8000))
    })
    const { provider } = open([server.url], {}, { clock: watched, callTimeoutSeconds: () => 120 })
    const request = await requestOf(provider)
    isSpeaking = true
    const speaking = expect(provider.speak(request, signal)).rejects.toMatchObject({
      failure: { code: 'voice-timeout', params: { seconds: 30 } },
    })
    await idle.promise
    await clock.advance(30_000)
    await speaking
  })

  it('says that nobody is there', async () => {
    const server = await openBareServer(usual)
    await server.close()
    const { provider } = open([server.url], { voices: ['anna'] })
    await expect(provider.speak(await requestOf(provider), signal)).rejects.toMatchObject({
      failure: { code: 'server-unreachable', detail: 'ECONNREFUSED' },
    })
  })

  it('streams what is larger than memory wants, up to a limit', async () => {
    const server = await serve((request, response) => {
      if (request.path !== '/v1/audio/speech') return usual(request, response)
      response.write(second)
      const piece = Buffer.alloc(1 << 20)
      let count = 0
      const more = () => {
        while (count++ < 210) if (!response.write(piece)) return void response.once('drain', more)
        response.end()
      }
      more()
    })
    const box = open([server.url])
    await expect(box.provider.speak(await requestOf(box.provider), signal)).rejects.toMatchObject({
      failure: { code: 'sound-refused', params: { flag: 'runaway' } },
    })
    expect(box.spooled()).toEqual([])
  })
})

describe('what it is', () => {
  it('names the sound by server, model, format and instructions, never by address', () => {
    const at = (address: string, more = {}) => open([address], more).provider.endpointId
    expect(at('http://localhost:1')).toBe(at('http://localhost:2'))
    const others = [{ model: 'x' }, { format: 'mp3' }, { instructions: 'Fast!' }, { id: 'y' }]
    const ids = others.map((more) => at('http://localhost:1', more))
    expect(new Set([at('http://localhost:1'), ...ids]).size).toBe(5)
  })

  it('speaks as many at once as were set, or the setting says, or is found', () => {
    const lanes = (set: number | null) =>
      open(['http://localhost:1'], { lanes: set }).provider.capabilities.lanes
    expect(lanes(3)).toEqual({ start: 3, max: 3 })
    expect(lanes(null)).toEqual({ start: 5, max: 32 })
    expect(lanes(0)).toEqual({ start: 0, max: 32 })
  })
})

describe('the list of voices', () => {
  it('is asked for by model, and at another place, where the first has none', async () => {
    const byModel = await serve(({ path }, response) =>
      path === '/v1/audio/voices?model=m'
        ? sendJson(response, 200, { object: 'list', data: [{ id: 'v1', name: 'Vera' }] })
        : sendJson(response, 422, { detail: [] }),
    )
    const elsewhere = await serve(({ path }, response) =>
      path === '/v1/voices'
        ? sendJson(response, 200, { voices: ['w1'] })
        : sendJson(response, 404, {}),
    )
    const names = async (url: string) =>
      (await open([url], { model: 'm' }).provider.voices(signal)).map(({ name }) => name)
    expect(await names(byModel.url)).toEqual(['v1'])
    expect(await names(elsewhere.url)).toEqual(['w1'])
  })

  it('is what was typed where the server lists none', async () => {
    const server = await serve((_, response) => sendJson(response, 404, {}))
    const { provider } = open([server.url], { voices: ['mine'], languages: ['en-GB'] })
    expect(await provider.voices(signal)).toEqual([
      {
        id: 'box:mine',
        provider: 'box',
        kind: 'server',
        name: 'mine',
        label: 'mine',
        languages: ['en-GB'],
        gender: 'unknown',
      },
    ])
  })

  it('is remembered for an hour, also by the next who opens it, unless a fresh one is wanted', async () => {
    const server = await serve(usual)
    const clock = createVirtualClock()
    const cachePath = `${open([]).spool}/voices.json`
    const lists = () => server.asked.filter(({ path }) => path === '/v1/audio/voices').length
    const first = open([server.url], {}, { clock, cachePath })
    await first.provider.voices(signal)
    await first.provider.voices(signal)
    const next = open([server.url], {}, { clock, cachePath })
    expect((await next.provider.voices(signal)).map(({ name }) => name)).toEqual(['anna', 'bert'])
    expect(lists()).toBe(1)
    await next.provider.voices(signal, { fresh: true })
    expect(lists()).toBe(2)
    await clock.advance(3_600_001)
    await next.provider.voices(signal)
    expect(lists()).toBe(3)
  })

  it('is the old one, with its age, when the server does not answer', async () => {
    let isUp = true
    const server = await serve((request, response) =>
      isUp ? usual(request, response) : void response.destroy(),
    )
    const clock = createVirtualClock()
    const { provider } = open([server.url], {}, { clock })
    await provider.voices(signal)
    expect(provider.voicesAge?.()).toBeNull()
    isUp = false
    await clock.advance(7_200_000)
    expect(await provider.voices(signal)).toHaveLength(2)
    expect(provider.voicesAge?.()).toBe(7200)
    isUp = true
    await provider.voices(signal, { fresh: true })
    expect(provider.voicesAge?.()).toBeNull()
  })

  it('fails with what keeps it from being had', async () => {
    const server = await serve((_, response) => sendJson(response, 401, { error: 'who are you' }))
    await expect(open([server.url]).provider.voices(signal)).rejects.toMatchObject({
      failure: { code: 'key-refused', params: { server: 'Box' } },
    })
  })

  it('keeps a voice from being changed silently: an unknown one is not asked for', async () => {
    const server = await serve(usual)
    const { provider } = open([server.url], { kind: 'chatterbox' })
    const request = await requestOf(provider)
    const voice = { ...request.voice, name: 'gone', id: 'box:gone' }
    await expect(provider.speak({ ...request, voice }, signal)).rejects.toMatchObject({
      failure: { code: 'voice-unknown', params: { voice: 'box:gone' } },
    })
    expect(spokenTo(server.asked)).toEqual([])
  })
})

describe('the libraries', () => {
  it('are loaded by nobody before a server is used', () => {
    const folder = new URL('../../../../src/io/servers/', import.meta.url)
    for (const file of ['openai-client.ts', 'http-agent.ts']) {
      const text = readFileSync(new URL(file, folder), 'utf8')
      expect(text).toMatch(/await .*import\('(openai|undici)'\)/)
      expect(text).not.toMatch(/^import .*'(openai|undici)'/m)
    }
  })
})
