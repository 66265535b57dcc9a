// Every answer and every broken connection against the code that it means.
import { describe, expect, it } from 'vitest'
import {
  failureOfAnswer,
  failureOfConnection,
  isConnectionError,
} from '../../../src/io/servers/server-failure.ts'

const asked = {
  server: 'Box',
  model: 'kokoro',
  voice: 'box:alloy',
  text: 'It was the best of times, it was the “worst” of times.',
  key: 'sk-planted-0123456789',
}
const now = Date.parse('2026-11-20T10:00:00Z')
const of = (status: number, body: unknown, headers: Record<string, string> = {}) =>
  failureOfAnswer(
    {
      status,
      headers: new Headers(headers),
      body: typeof body === 'string' ? body : JSON.stringify(body),
    },
    asked,
    now,
  )
const openAi = (message: string, code: string | null = null, more: object = {}) => ({
  error: { message, type: 'invalid_request_error', param: null, code, ...more },
})

describe('an answer without sound', () => {
  it.each<[string, number, unknown, string, Record<string, string>?]>([
    ['429 that says nothing', 429, '', 'server-busy'],
    ['429 with Retry-After', 429, {}, 'server-busy', { 'retry-after': '90' }],
    ['503 with Retry-After', 503, '<html>', 'server-busy', { 'retry-after': '3' }],
    ['503 with too many at once', 503, { detail: 'Too many concurrent requests' }, 'server-busy'],
    ['503', 503, 'Service Unavailable', 'server-failed'],
    ['an empty account', 429, openAi('You exceeded it', 'insufficient_quota'), 'quota-spent'],
    ['a bill', 402, {}, 'quota-spent'],
    ['a hard limit', 400, openAi('No', 'billing_hard_limit_reached'), 'quota-spent'],
    ['401', 401, openAi('Incorrect API key provided', 'invalid_api_key'), 'key-refused'],
    ['403 in HTML', 403, '<html><title>Forbidden</title>', 'key-refused'],
    [
      'OpenAI’s unknown model',
      404,
      openAi('The model does not exist', 'model_not_found'),
      'model-gone',
    ],
    [
      'a model that is not installed',
      404,
      { detail: 'Model kokoro-x is not installed locally' },
      'model-gone',
    ],
    ['a model that has ended', 410, { error: 'gone' }, 'model-gone'],
    [
      'Kokoro’s unknown model',
      400,
      { detail: { error: 'invalid_model', message: 'Unsupported model: x' } },
      'model-gone',
    ],
    ['a model that was shut down', 400, openAi('The model `tts-1` was shut down'), 'model-gone'],
    [
      'Kokoro’s unknown voice',
      400,
      {
        detail: { error: 'validation_error', message: "Voice 'x' not found. Available voices: a" },
      },
      'voice-unknown',
    ],
    [
      'OpenAI’s unknown voice',
      400,
      openAi('Invalid value', 'invalid_value', { param: 'voice' }),
      'voice-unknown',
    ],
    ['a missing voice', 404, { detail: 'Voice x not found' }, 'voice-unknown'],
    [
      'FastAPI’s unknown voice',
      422,
      { detail: [{ type: 'enum', loc: ['body', 'voice'], msg: 'Input should be a', input: 'x' }] },
      'voice-unknown',
    ],
    ['an unknown voice of a model', 400, openAi('Unknown voice x for model y'), 'voice-unknown'],
    [
      'FastAPI’s field',
      422,
      { detail: [{ type: 'le', loc: ['body', 'speed'], msg: 'Input should be less than 4' }] },
      'server-refused',
    ],
    ['too much text', 413, { detail: 'Payload too large' }, 'server-refused'],
    ['OpenAI’s 400', 400, openAi('Invalid value for input.', 'invalid_value'), 'server-refused'],
    ['no such place', 404, { detail: 'Not Found' }, 'server-refused'],
    ['a redirect', 307, '', 'server-refused'],
    ['500', 500, openAi('The server had an error'), 'server-failed'],
    ['500 about a voice', 500, { detail: 'voice not found' }, 'server-failed'],
    ['502 in HTML', 502, '<html><title>502 Bad Gateway</title></html>', 'server-failed'],
    ['408', 408, '', 'server-failed'],
    ['200 with an error', 200, openAi('CUDA out of memory'), 'server-failed'],
    ['200 with an empty account', 200, openAi('x', 'insufficient_quota'), 'quota-spent'],
    ['200 with a bad key', 200, openAi('x', 'invalid_api_key'), 'key-refused'],
    ['200 with too many', 200, openAi('x', 'rate_limit_exceeded'), 'server-busy'],
    ['200 with an unknown voice', 200, { detail: 'Voice x not found' }, 'voice-unknown'],
    ['200 with other JSON', 200, { status: 'ok' }, 'sound-refused'],
    ['200 with a page', 200, '<!doctype html><title>Hello</title>', 'sound-refused'],
    ['200 with nothing', 200, '', 'sound-refused'],
  ])('%s', (_, status, body, code, headers) => expect(of(status, body, headers).code).toBe(code))

  it('says for how long, exactly', () => {
    expect(of(429, '', { 'retry-after': '90' }).params['seconds']).toBe(90)
    expect(of(429, '', { 'retry-after-ms': '90001' }).params['seconds']).toBe(91)
    expect(of(429, '').params['seconds']).toBe(1)
  })

  it('gives the reason in one short clean line', () => {
    const field = { loc: ['body', 'speed'], msg: 'Input should be less than 4', input: 5 }
    expect(of(422, { detail: [field] }).params['reason']).toBe('speed: Input should be less than 4')
    expect(of(404, '').params['reason']).toBe('it has nothing of the kind at this address (404)')
    expect(of(301, '').params['reason']).toBe('it points to another address (301)')
    const long = of(400, openAi(`Too\n\n long ${'indeed '.repeat(100)}`)).params['reason']
    expect(String(long).length).toBeLessThanOrEqual(160)
    expect(long).toMatch(/^Too long indeed/)
  })

  it('repeats neither key, nor text, nor address', () => {
    const { text, key } = asked
    const echoes = [
      openAi(`Bad key ${key} for "${text}" at https://me:pass@box.example/v1`),
      openAi(`cannot say it was the best of times, nor ${text.slice(10)}`),
      { detail: [{ loc: ['body', 'input'], msg: 'String too long', input: text }] },
      { detail: JSON.stringify({ input: text, headers: { authorization: `Bearer ${key}` } }) },
      openAi('Incorrect API key provided: sk-plant*****6789.'),
      `Traceback: ${text}`,
    ]
    for (const body of echoes)
      for (const status of [200, 400, 401, 422, 500]) {
        const said = JSON.stringify(of(status, body))
        expect(said).not.toMatch(/planted|sk-plant|best of times|worst|pass@|box\.example/)
      }
  })
})

describe('a broken connection', () => {
  const withCode = (code: string) => Object.assign(new Error('secret words'), { code })
  it.each([
    ['refused', new TypeError('fetch failed', { cause: withCode('ECONNREFUSED') }), 'ECONNREFUSED'],
    ['no such name', new TypeError('fetch failed', { cause: withCode('ENOTFOUND') }), 'ENOTFOUND'],
    [
      'both families refused',
      new TypeError('fetch failed', { cause: new AggregateError([withCode('ECONNREFUSED')]) }),
      'ECONNREFUSED',
    ],
    ['cut', new TypeError('terminated', { cause: withCode('UND_ERR_SOCKET') }), 'UND_ERR_SOCKET'],
    ['cut without a word', new TypeError('terminated'), 'the connection broke'],
  ])('%s', (_, error, detail) => {
    expect(isConnectionError(error)).toBe(true)
    expect(failureOfConnection(error, asked)).toEqual({
      code: 'server-unreachable',
      params: { server: 'Box' },
      retry: 'later',
      detail,
    })
  })

  it('is not what a bug of ours is', () => {
    expect(isConnectionError(new TypeError('x is not a function'))).toBe(false)
  })
})
