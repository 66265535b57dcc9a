// A completion as server-sent events, a few letters each.
import type { ServerResponse } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Completion } from './answer-chat.ts'

const pieceLetters = 24

/** `onCut`: it breaks off half way, and this is called before; null where it does not. */
export async function streamChat(
  response: ServerResponse,
  completion: Completion,
  how: { counts: boolean; pieceMs: number; onCut: (() => void) | null; signal: AbortSignal },
): Promise<void> {
  const { id, created, model, choices, usage } = completion
  const [choice] = choices
  const { content, refusal } = choice?.message ?? {}
  const about = { id, object: 'chat.completion.chunk', created, model }
  const send = (body: object | string) =>
    new Promise<void>((resolve) => {
      const data = typeof body === 'string' ? body : JSON.stringify({ ...about, ...body })
      response.write(`data: ${data}\n\n`, () => resolve())
    })
  const piece = (delta: object, finish: string | null = null) =>
    send({ choices: [{ index: 0, delta, finish_reason: finish }] })
  response.writeHead(200, { 'content-type': 'text/event-stream; charset=utf-8' })
  await piece({ role: 'assistant', content: '' })
  const pieces = (content ?? '').match(new RegExp(`[^]{1,${pieceLetters}}`, 'g')) ?? []
  for (const [index, text] of pieces.entries()) {
    if (how.onCut && index >= pieces.length / 2) {
      how.onCut()
      // With an end, not a reset, which could overtake what was sent.
      response.socket?.destroySoon()
      return
    }
    if (how.pieceMs > 0) await sleep(how.pieceMs, undefined, { signal: how.signal })
    await piece({ content: text })
  }
  if (refusal) await piece({ refusal })
  await piece({}, choice?.finish_reason ?? 'stop')
  if (how.counts) await send({ choices: [], usage })
  await send('[DONE]')
  response.end()
}
