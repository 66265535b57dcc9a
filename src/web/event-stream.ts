// The second verb over HTTP: every event of the studio as server-sent events, with a heartbeat.
import type { Scope, Clock } from '../core/base/scope.ts'
import type { Studio } from '../core/studio/studio.ts'

/** So that a dead connection is noticed by either side. */
const heartbeatMs = 15_000

/** How quickly a browser comes back after the stream broke. */
const retryMs = 1000

/**
 * What may wait for a reader that does not read. Above it the stream ends: the page comes back and reads
 * everything again, which is cheaper than remembering it for the page.
 */
const maxWaitingBytes = 8 * 1024 * 1024

/** A stream that lives until the reader leaves, falls too far behind, or `scope` ends. */
export function streamEvents(studio: Pick<Studio, 'onAny'>, scope: Scope, clock: Clock): Response {
  const connection = scope.child()
  const body = new ReadableStream<Uint8Array<ArrayBuffer>>(
    {
      start(controller) {
        const send = (text: string) => {
          if (connection.disposed) return
          controller.enqueue(new TextEncoder().encode(text))
          if ((controller.desiredSize ?? 0) <= 0) void connection.dispose()
        }
        connection.own(() => {
          try {
            controller.close()
          } catch {
            // The reader has left already.
          }
        })
        connection.own(
          studio.onAny((name, payload) => send(`data: ${JSON.stringify({ name, payload })}\n\n`)),
        )
        connection.every(clock, heartbeatMs, () => send(':\n\n'))
        send(`retry: ${retryMs}\n\n`)
      },
      cancel: () => connection.dispose(),
    },
    { highWaterMark: maxWaitingBytes, size: (chunk) => chunk.byteLength },
  )
  return new Response(body, {
    headers: { 'content-type': 'text/event-stream; charset=utf-8', 'cache-control': 'no-store' },
  })
}
