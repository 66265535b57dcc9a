// The first verb over HTTP: POST /call/NAME with the arguments as JSON, answered with a Reply.
import { addresses, mostCallBytes, type Reply } from '../contract/index.ts'
import { failure } from '../core/base/failure-error.ts'
import type { Studio } from '../core/studio/studio.ts'

/** 200 for every Reply of the studio, good or bad; 400 and 413 for what never got there. */
export async function answerCall(
  request: Request,
  studio: Pick<Studio, 'callUnchecked'>,
): Promise<Response> {
  const name = decodeURIComponent(new URL(request.url).pathname.slice(addresses.call.length))
  const refuse = (status: number, detail: string): Response => {
    const reply: Reply<never> = {
      ok: false,
      failure: failure('arguments-invalid', { command: name }, detail),
    }
    return Response.json(reply, { status })
  }
  const text = await readText(request)
  if (text === null) return refuse(413, `the body is larger than ${mostCallBytes} bytes`)
  let args: unknown
  try {
    args = text === '' ? {} : JSON.parse(text)
  } catch {
    return refuse(400, 'the body is no JSON')
  }
  return Response.json(await studio.callUnchecked(name, args))
}

/** The body as text; null when it is too large, found out without holding more than is allowed. */
async function readText(request: Request): Promise<string | null> {
  if (Number(request.headers.get('content-length') ?? 0) > mostCallBytes) return null
  const chunks: Uint8Array[] = []
  let bytes = 0
  for await (const chunk of request.body ?? []) {
    bytes += chunk.byteLength
    if (bytes > mostCallBytes) return null
    chunks.push(chunk)
  }
  return Buffer.concat(chunks).toString('utf8')
}
