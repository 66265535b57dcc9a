// Each profile as it looks on the wire, and that its trouble ends when it is told to.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { failureCodes } from '../../src/contract/failure.ts'
import { askSpeech, sentence, type Answer } from './ask-speech.ts'
import { profiles, type ProfileName } from './profiles.ts'
import { createSpeechServer, type SpeechServer } from './speech-server.ts'
import { toneOf } from './tone.ts'

let server: SpeechServer
beforeAll(async () => {
  // The server's patience is 600 s; at this scale it is 6 ms.
  server = await createSpeechServer({ sound: 'tone', timeScale: 0.000_01 })
})
afterAll(() => server.close())
beforeEach(() => server.reset())

const samples = toneOf({ text: sentence, voice: 'espeak:gmw/en-US', rate: 1 }).samples.length

/** Status, type, bytes beyond the 44 of a header and how it ended; sizes as parts of the sound. */
function wire(answer: Answer | null): string {
  if (!answer) return 'nothing'
  const type = answer.headers.get('content-type') ?? 'no type'
  const size = answer.bytes.length / (samples * 2)
  const part = type.startsWith('audio') ? ` ${size.toFixed(1)}` : ''
  return `${answer.status} ${type}${part}${answer.end === 'cut' ? ' cut' : ''}`
}

const whole = '200 audio/wav 1.0'
const json = (status: number) => `${status} application/json`
const expected: Record<ProfileName, string> = {
  normal: whole,
  latency: whole,
  jitter: whole,
  'cold-start': whole,
  'slow-drip': whole,
  rpm: whole,
  'cap-503': whole,
  'cap-queue': whole,
  'error-500': json(500),
  'retry-after-1': json(429),
  'retry-after-90': json(429),
  'retry-after-date': json(429),
  quota: json(429),
  'bad-key': json(401),
  'model-404': json(404),
  'fastapi-422': json(422),
  'bad-400': json(400),
  'bad-400-openai': json(400),
  'html-502': '502 text/html',
  reset: 'nothing',
  'no-answer': 'nothing',
  'stalled-body': '200 audio/wav 0.4 cut',
  'truncated-length': '200 audio/wav 0.4 cut',
  'truncated-chunked': '200 audio/wav 0.4 cut',
  'truncated-close': '200 audio/wav 0.4',
  'json-200': json(200),
  'empty-200': '200 audio/wav 0.0',
  'wav-ffffffff': whole,
  'wav-zero': whole,
  'wav-2e9': whole,
  'wav-second-header': whole,
  'wav-trailing-junk': whole,
  'mp3-as-wav': '200 audio/wav 0.2',
  'pcm-22050': '200 audio/pcm;rate=22050 1.0',
  'wrong-rate': whole,
  'missing-tail': '200 audio/wav 0.7',
  'missing-middle': '200 audio/wav 0.6',
  repeated: '200 audio/wav 2.0',
  'dead-air': '200 audio/wav 2.3',
  clipped: whole,
  noise: whole,
  offset: whole,
  'other-voice': whole,
  'ignores-speed': whole,
}

describe('a profile', () => {
  it.each(profiles)('called $name: $does', async ({ name }) => {
    expect(wire(await askSpeech(server.port, { model: name }))).toBe(expected[name])
  })

  it('is chosen by the model, before it by control, before that by the header', async () => {
    const ask = async (headers: Record<string, string> = {}) =>
      (await askSpeech(server.port, { model: 'bad-key' }, { headers }))?.status
    expect(await ask()).toBe(401)
    server.control('fastapi-422')
    expect(await ask()).toBe(422)
    expect(await ask({ 'x-profile': 'html-502' })).toBe(502)
    server.control(null)
    expect(await ask()).toBe(401)
    const { profile, status } = server.stats().requests.at(-2) ?? {}
    expect({ profile, status }).toEqual({ profile: 'html-502', status: 502 })
  })

  it.each(profiles.filter(({ passes }) => passes))(
    'called $name befalls only the first tries, if so told',
    async ({ name }) => {
      server.control(name, { times: 1 })
      const tries = [await askSpeech(server.port), await askSpeech(server.port)]
      expect(tries.map(wire)).toEqual([expected[name], whole])
      const other = await askSpeech(server.port, { input: `${sentence} Or not.` })
      expect(wire(other)).not.toBe(whole)
    },
  )

  it.each([
    ['error-500', [500, 500, 200, 200]],
    ['retry-after-1', [429, 200, 200, 200]],
    ['retry-after-90', [429, 200, 200, 200]],
    ['retry-after-date', [429, 200, 200, 200]],
    ['quota', [429, 429, 429, 429]],
  ] as const)('%s answers one text with %j', async (name, statuses) => {
    server.control(name)
    const seen = []
    for (const _ of statuses) seen.push((await askSpeech(server.port))?.status)
    expect(seen).toEqual(statuses)
  })

  it('has a name of its own and a verdict that hangs together', () => {
    expect(new Set(profiles.map(({ name }) => name)).size).toBe(profiles.length)
    for (const { expect: verdict } of profiles) {
      expect(verdict.book === 'spoken').toBe(verdict.failure === undefined)
      if (verdict.failure) expect(failureCodes).toContain(verdict.failure)
    }
  })
})

describe('what a refusal says', () => {
  const refusal = async (name: ProfileName) => {
    const answer = await askSpeech(server.port, { model: name })
    return {
      retryAfter: answer?.headers.get('retry-after'),
      body: JSON.parse(answer?.bytes.toString() ?? '') as unknown,
    }
  }

  it('when to come back, in seconds or as a date', async () => {
    expect((await refusal('retry-after-1')).retryAfter).toBe('1')
    expect((await refusal('retry-after-90')).retryAfter).toBe('90')
    const date = (await refusal('retry-after-date')).retryAfter ?? ''
    expect(date).toMatch(/^\w{3}, \d{2} \w{3} \d{4} .* GMT$/)
    expect(Date.parse(date)).toBeGreaterThan(Date.now())
    server.control('retry-after-90', { retryAfterSeconds: 7 })
    expect((await refusal('normal')).retryAfter).toBe('7')
  })

  it('nothing of coming back, where the account is empty', async () => {
    expect(await refusal('quota')).toMatchObject({
      retryAfter: null,
      body: { error: { type: 'insufficient_quota', code: 'insufficient_quota' } },
    })
  })

  it.each([
    ['bad-key', { error: { code: 'invalid_api_key' } }],
    ['model-404', { error: { code: 'model_not_found' } }],
    ['fastapi-422', { detail: [{ loc: ['body', 'speed'] }] }],
    ['bad-400', { detail: { message: expect.stringContaining('alloy, echo') as string } }],
    ['bad-400-openai', { error: { code: 'invalid_value' } }],
    ['json-200', { error: { type: 'server_error' } }],
  ] as const)('%s: in the shape of its kind of server', async (name, body) => {
    expect((await refusal(name)).body).toMatchObject(body)
  })
})
