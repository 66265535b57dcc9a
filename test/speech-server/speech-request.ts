// The body of POST /v1/audio/speech, as clients send it.
import type { IncomingMessage } from 'node:http'
import { z } from 'zod'
import { badRequest, type Refusal } from './refusals.ts'

const Body = z.object({
  input: z.string().min(1),
  model: z.string().min(1),
  voice: z.union([z.string(), z.object({ id: z.string() }).transform(({ id }) => id)]),
  response_format: z.string().default('mp3'),
  speed: z.number().min(0.25).max(4).default(1),
  instructions: z.string().optional(),
})
export type SpeechBody = z.infer<typeof Body>

const maxBytes = 1_000_000
/** OpenAI's limit. */
const maxCharacters = 4096

const tooLarge: Refusal = {
  ...badRequest('Too large.', 'too_large'),
  status: 413,
  headers: { connection: 'close' },
}

/** The request, or what is wrong with it. Rejects when the connection breaks first. */
export async function readSpeechRequest(
  request: IncomingMessage,
): Promise<{ body: SpeechBody } | { refusal: Refusal }> {
  const chunks: Buffer[] = []
  let bytes = 0
  // Left open when too much comes, so that the refusal can still be sent.
  for await (const chunk of request.iterator({ destroyOnReturn: false })) {
    const piece = chunk as Buffer
    bytes += piece.length
    if (bytes > maxBytes) return { refusal: tooLarge }
    chunks.push(piece)
  }
  let json: unknown
  try {
    json = JSON.parse(Buffer.concat(chunks).toString())
  } catch {
    return { refusal: badRequest('The body is no JSON.', 'invalid_json') }
  }
  const read = Body.safeParse(json)
  if (!read.success) {
    const detail = read.error.issues.map(({ code, path, message }) => ({
      type: code,
      loc: ['body', ...path],
      msg: message,
    }))
    return { refusal: { status: 422, body: { detail } } }
  }
  if (read.data.input.length > maxCharacters)
    return { refusal: badRequest('The input is too long.', 'string_above_max_length') }
  return { body: read.data }
}
