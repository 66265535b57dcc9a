// Requests in OpenAI's manner to one address. The only importer of openai.
import { openHttpAgent } from './http-agent.ts'
import { readEvents } from './read-events.ts'
import { AnswerError, readAnswer } from './server-answer.ts'
import { version } from '../version.ts'

export type SpeechBody = {
  model: string
  input: string
  voice: string
  response_format: 'wav' | 'flac' | 'pcm' | 'mp3' | 'opus'
  speed?: number
  instructions?: string
  /** Kokoro-FastAPI's own. */
  stream?: false
}

/** A question to a chat model, with what its answer shall look like where the server knows that. */
export type ChatBody = {
  model: string
  messages: { role: 'system' | 'user'; content: string }[]
  response_format?:
    | { type: 'json_object' }
    | {
        type: 'json_schema'
        json_schema: { name: string; schema: Record<string, unknown>; strict: boolean }
      }
  /** At the end of a stream it tells what it has used. */
  stream_options?: { include_usage: true }
}

/** An answer as it comes, event by event, `null` for its own end; or whole, where the server does not stream. */
export type StreamedChat = { headers: Headers } & (
  | { events: AsyncIterable<unknown> }
  | { body: unknown }
)

/** A sound whose words are wanted. */
export type TranscriptionWish = {
  model: string
  /** Primary subtag; empty: it finds out. */
  language: string
  file: { bytes: Uint8Array; name: string; type: string }
}

/** All fail with AnswerError for any status but 2xx, and with what the connection throws. */
export type ServerClient = {
  /** Resolves when the headers are there; the body is the caller's to read or cancel. */
  speak(body: SpeechBody, signal: AbortSignal): Promise<Response>
  /** The whole answer, unchecked; also with a SyntaxError where it breaks off. */
  chat(body: ChatBody, signal: AbortSignal): Promise<{ body: unknown; headers: Headers }>
  /** The same, asked to stream. Its events fail with a SyntaxError where they are none. */
  chatStream(body: ChatBody, signal: AbortSignal): Promise<StreamedChat>
  /** With the times of words where the server tells them. */
  transcribe(
    wish: TranscriptionWish,
    signal: AbortSignal,
  ): Promise<{ body: unknown; headers: Headers }>
  /** `path` below the base address; the answer's JSON, undefined where it is none. */
  read(path: string, query: Record<string, string>, signal: AbortSignal): Promise<unknown>
  close(): Promise<void>
}

/** What leaves this machine: nothing about it, and nothing that the environment adds. */
const headersSent = ['accept', 'authorization', 'content-type']
/** A server without keys wants none, but the library does. */
const noKey = 'not-needed'
/** The library's own limit of time, out of the way: the largest that a timer takes. */
const noTimeout = 2 ** 31 - 1
/** Of a list, and of what a model or a listener answers. */
const maxListBytes = 8 * 1024 * 1024

/** Its JSON, however large the body claims to be. Fails with a SyntaxError where it breaks off or is none. */
async function whole(response: Response): Promise<{ body: unknown; headers: Headers }> {
  const { body } = await readAnswer(response, maxListBytes)
  return { body: JSON.parse(body) as unknown, headers: response.headers }
}

/** Loads the libraries. `address` is a base address; the key goes there and nowhere else. */
export async function openServerClient(
  address: string,
  key: string | null,
  connections: number,
): Promise<ServerClient> {
  const [{ OpenAI }, agent] = await Promise.all([import('openai'), openHttpAgent(connections)])
  const client = new OpenAI({
    baseURL: address,
    apiKey: key ?? noKey,
    adminAPIKey: null,
    organization: null,
    project: null,
    webhookSecret: null,
    maxRetries: 0,
    timeout: noTimeout,
    logLevel: 'off',
    async fetch(url, init) {
      const given = new Headers(init?.headers)
      const headers = new Headers({ 'user-agent': `Lectern/${version}` })
      for (const name of headersSent) {
        const value = given.get(name)
        if (value !== null) headers.set(name, value)
      }
      if (key === null) headers.delete('authorization')
      const response = await agent.fetch(new Request(url).url, { ...init, headers: [...headers] })
      // Here, because the library keeps no error's body that is not in OpenAI's own shape.
      if (!response.ok) throw new AnswerError(await readAnswer(response))
      return response
    },
  })
  const unwrapped = async <T>(work: Promise<T>): Promise<T> => {
    try {
      return await work
    } catch (error) {
      throw (error as Error).cause instanceof AnswerError ? (error as Error).cause : error
    }
  }
  return {
    speak: (body, signal) =>
      unwrapped(client.audio.speech.create(body as never, { signal }) as Promise<Response>),
    async chat(body, signal) {
      return whole(await unwrapped(client.chat.completions.create(body, { signal }).asResponse()))
    },
    async chatStream(body, signal) {
      const asked = client.chat.completions.create({ ...body, stream: true }, { signal })
      const response = await unwrapped(asked.asResponse())
      const type = response.headers.get('content-type') ?? ''
      if (!type.includes('text/event-stream')) return whole(response)
      return { headers: response.headers, events: readEvents(response, maxListBytes) }
    },
    async transcribe({ model, language, file }, signal) {
      const form = new FormData()
      form.set(
        'file',
        new Blob([file.bytes as Uint8Array<ArrayBuffer>], { type: file.type }),
        file.name,
      )
      form.set('model', model)
      if (language !== '') form.set('language', language)
      form.set('response_format', 'verbose_json')
      form.set('timestamp_granularities[]', 'word')
      // As bytes: the library that sends knows no form but its own.
      const packed = new Response(form)
      const body = new Uint8Array(await packed.arrayBuffer())
      const headers = { 'content-type': packed.headers.get('content-type') }
      const asked = client.post('/audio/transcriptions', { body, headers, signal })
      return whole(await unwrapped(asked.asResponse()))
    },
    async read(path, query, signal) {
      const asked = client.get(`/${path}`, { query, signal }).asResponse()
      const { body } = await readAnswer(await unwrapped(asked), maxListBytes)
      try {
        return JSON.parse(body) as unknown
      } catch {
        return undefined
      }
    },
    close: () => agent.close(),
  }
}
