// Answers without sound, as OpenAI and the compatible servers word them.
import { servedVoices } from './served-voices.ts'

export type Refusal = {
  status: number
  headers?: Readonly<Record<string, string>>
  /** An object is sent as JSON. */
  body: string | object
}

const openAiError = (message: string, type: string, code: string | null) => ({
  error: { message, type, param: null, code },
})

export const internalError: Refusal = {
  status: 500,
  body: openAiError('The server had an error while processing your request', 'server_error', null),
}

export const overloaded = (retryAfterSeconds?: number): Refusal => ({
  status: 503,
  ...(retryAfterSeconds === undefined
    ? {}
    : { headers: { 'retry-after': String(retryAfterSeconds) } }),
  body: { detail: 'Too many concurrent requests' },
})

const rateLimited = openAiError(
  'Rate limit reached for requests per min (RPM)',
  'requests',
  'rate_limit_exceeded',
)

/** `headers` say when to come back. */
export const tooManyRequests = (headers: Readonly<Record<string, string>>): Refusal => ({
  status: 429,
  headers,
  body: rateLimited,
})

export const retryAfter = (seconds: number): Refusal =>
  tooManyRequests({ 'retry-after': String(seconds) })

/** HTTP dates have no parts of a second: the next whole one, so that it is never less than asked. */
export function retryAfterDate(seconds: number): Refusal {
  const date = new Date(Math.ceil(Date.now() / 1000 + seconds) * 1000)
  return tooManyRequests({ 'retry-after': date.toUTCString() })
}

export const insufficientQuota: Refusal = {
  status: 429,
  body: openAiError(
    'You exceeded your current quota, please check your plan and billing details.',
    'insufficient_quota',
    'insufficient_quota',
  ),
}

export const badKey: Refusal = {
  status: 401,
  body: openAiError('Incorrect API key provided', 'invalid_request_error', 'invalid_api_key'),
}

export const unknownModel = (model: string): Refusal => ({
  status: 404,
  body: openAiError(
    `The model \`${model}\` does not exist or you do not have access to it.`,
    'invalid_request_error',
    'model_not_found',
  ),
})

export const unprocessable: Refusal = {
  status: 422,
  body: {
    detail: [
      {
        type: 'less_than_equal',
        loc: ['body', 'speed'],
        msg: 'Input should be less than or equal to 4',
        input: 5,
      },
    ],
  },
}

/** As Kokoro-FastAPI says it. */
export const unknownVoice = (voice: string): Refusal => ({
  status: 400,
  body: {
    detail: {
      error: 'validation_error',
      message: `Voice '${voice}' not found. Available voices: ${servedVoices.join(', ')}`,
      type: 'invalid_request_error',
    },
  },
})

export const badRequest = (message: string, code: string): Refusal => ({
  status: 400,
  body: openAiError(message, 'invalid_request_error', code),
})

export const badGateway: Refusal = {
  status: 502,
  headers: { 'content-type': 'text/html' },
  body: '<html><head><title>502 Bad Gateway</title></head><body><h1>502 Bad Gateway</h1></body></html>',
}

export const errorAsSuccess: Refusal = {
  status: 200,
  body: openAiError('CUDA out of memory', 'server_error', null),
}

export const nothingAsSuccess: Refusal = {
  status: 200,
  headers: { 'content-type': 'audio/wav' },
  body: '',
}
