// One request for a chat, from its body to the last byte of its answer.
import type { ServerResponse } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'
import { sendJson, type BareRequest } from '../fixtures/bare-server.ts'
import { badKey, badRequest, internalError, type Refusal } from '../speech-server/refusals.ts'
import type { CallLog } from './call-log.ts'
import { readChatRequest, type ChatRequest } from './chat-request.ts'
import type { Asked, Said } from './fault.ts'
import { chooseFault } from './faults.ts'
import type { ChatServerOptions } from './options.ts'
import { plainly } from './say.ts'
import { streamChat } from './stream-chat.ts'

export type ChatDesk = {
  options: ChatServerOptions
  log: CallLog
  /** Of what the key let in. */
  nextIndex(): number
}

export function sendRefusal(response: ServerResponse, { status, headers, body }: Refusal): void {
  for (const [name, value] of Object.entries(headers ?? {})) response.setHeader(name, value)
  sendJson(response, status, body)
}

export const mayEnter = ({ key }: ChatServerOptions, { headers }: BareRequest): boolean =>
  key == null || headers.authorization === `Bearer ${key}`

/** Never rejects because of whoever asked; a rejection is a bug of the server, or of the test's model. */
export async function answerChat(
  request: BareRequest,
  response: ServerResponse,
  desk: ChatDesk,
): Promise<void> {
  const { options } = desk
  const asked = readChatRequest(request.body)
  const { call, end } = desk.log.begin({
    body: asked?.body ?? null,
    system: asked?.system ?? '',
    user: asked?.user ?? '',
    items: asked?.items.length ?? 0,
    authorization: request.headers.authorization ?? null,
  })
  const gone = new AbortController()
  response.once('close', () => {
    if (call.endedAt === null) call.aborted = true
    gone.abort()
  })
  const refuse = (refusal: Refusal) => {
    call.status = refusal.status
    sendRefusal(response, refusal)
  }
  try {
    if (!mayEnter(options, request)) return refuse(badKey)
    if (!asked) return refuse(badRequest('The body is no request for a chat.', 'invalid_json'))
    const callIndex = desk.nextIndex()
    const { items } = asked
    const fault = chooseFault(options.fault ?? null, callIndex, items) ?? {}
    if (fault.refusal) return refuse(fault.refusal)
    const unsupported = refusedFormat(asked, options) ?? refusedStream(asked, options)
    if (unsupported) return refuse(unsupported)

    const { baseMs = 0, itemMs = 0, answer = () => ({}), stubbornIds = [] } = options
    const latencyMs = (baseMs + itemMs * items.length) * (fault.latencyFactor ?? 1)
    if (latencyMs > 0) await sleep(latencyMs, undefined, { signal: gone.signal })
    const good = items.map((item) => ({ id: item.id, ...answer(item, asked) }))
    const facts: Asked = { items, callIndex, stubbornIds }
    const text = items.length === 0 ? options.write?.(asked) : undefined
    const plain = text === undefined ? plainly : () => asSaid(text)
    const said = (fault.say ?? plain)(fault.spoil?.(good, facts) ?? good, facts)
    call.status = 200
    const body = completionOf(asked, said, callIndex)
    const { streams = 'counted', pieceMs = 0 } = options
    if (asked.body.stream && streams !== 'ignored')
      await streamChat(response, body, {
        counts: asked.body.stream_options?.include_usage ?? false,
        pieceMs,
        onCut: fault.breaksOff ? end : null,
        signal: gone.signal,
      })
    else if (fault.breaksOff) await sendHalf(response, body, end)
    else sendJson(response, 200, body)
  } catch (error) {
    if (gone.signal.aborted) return
    refuse(internalError)
    throw error
  } finally {
    if (call.endedAt === null) end()
  }
}

function refusedFormat({ body }: ChatRequest, options: ChatServerOptions): Refusal | null {
  const { support = 'schema' } = options
  const type = body.response_format?.type
  if (type === undefined || support === 'schema') return null
  if (support === 'json' && type !== 'json_schema') return null
  const message = `Invalid parameter: 'response_format' of type '${type}' is not supported with this model.`
  const error = { message, type: 'invalid_request_error', param: 'response_format', code: null }
  return { status: 400, body: { error } }
}

const asSaid = (text: string | Said): Said => (typeof text === 'string' ? { content: text } : text)

function refusedStream({ body }: ChatRequest, { streams }: ChatServerOptions): Refusal | null {
  const param =
    streams === 'refused' && body.stream
      ? 'stream'
      : streams === 'streamed' && body.stream_options
        ? 'stream_options'
        : null
  if (param === null) return null
  const error = { message: `Unrecognized request argument supplied: ${param}`, param, code: null }
  return { status: 400, body: { error: { ...error, type: 'invalid_request_error' } } }
}

const tokensOf = (texts: readonly string[]): number => Math.ceil(texts.join('').length / 4)

export type Completion = ReturnType<typeof completionOf>

function completionOf({ body }: ChatRequest, said: Said, callIndex: number) {
  const { content, refusal = null, finishReason = 'stop' } = said
  const prompt = tokensOf(body.messages.map((message) => message.content))
  const completion = tokensOf([content ?? '', refusal ?? ''])
  return {
    id: `chatcmpl-${callIndex}`,
    object: 'chat.completion',
    created: Math.floor(Date.now() / 1000),
    model: body.model,
    choices: [
      {
        index: 0,
        message: { role: 'assistant', content, refusal },
        logprobs: null,
        finish_reason: finishReason,
      },
    ],
    usage: {
      prompt_tokens: prompt,
      completion_tokens: completion,
      total_tokens: prompt + completion,
    },
  }
}

/** `onCut` is called before the connection is cut. */
async function sendHalf(response: ServerResponse, body: object, onCut: () => void): Promise<void> {
  const bytes = Buffer.from(JSON.stringify(body))
  response.writeHead(200, { 'content-type': 'application/json', 'content-length': bytes.length })
  await new Promise<void>((resolve) => {
    response.write(bytes.subarray(0, bytes.length >> 1), () => resolve())
  })
  onCut()
  // With an end, not a reset, which could overtake the half that was sent.
  response.socket?.destroySoon()
}
