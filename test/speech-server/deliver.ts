// How an answer's bytes leave: whole, or cut off, stalled, dripping, or not at all.
import type { ServerResponse } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Packed } from './containers.ts'

export type Delivery =
  | 'whole'
  | 'slow-drip'
  | 'reset'
  | 'no-answer'
  | 'stalled-body'
  | 'truncated-length'
  | 'truncated-chunked'
  | 'truncated-close'

export type DeliveryOptions = {
  headers: Readonly<Record<string, string>>
  timeScale: number
  /** Aborts when whoever asked has gone, or the server closes. */
  signal: AbortSignal
  /** Called before the server itself cuts the connection. */
  onCut: () => void
}

const deliveredPart = 0.4
const dripMs = 2000
const drips = 20
/** Nobody is left hanging for longer. */
const patienceMs = 600_000

const written = (response: ServerResponse, bytes: Buffer) =>
  new Promise<void>((resolve) => {
    response.write(bytes, () => resolve())
  })

/** Resolves when all that will be sent has been handed to the system, or the connection is cut. */
export async function deliver(
  how: Delivery,
  { contentType, bytes }: Packed,
  response: ServerResponse,
  { headers, timeScale, signal, onCut }: DeliveryOptions,
): Promise<void> {
  const lengthKnown = { ...headers, 'content-type': contentType, 'content-length': bytes.length }
  const lengthUnknown = { ...headers, 'content-type': contentType }
  const part = bytes.subarray(0, Math.floor(bytes.length * deliveredPart))
  switch (how) {
    case 'whole':
      response.writeHead(200, lengthKnown)
      response.end(bytes)
      return
    case 'slow-drip': {
      response.writeHead(200, lengthUnknown)
      const size = Math.ceil(bytes.length / drips)
      for (let at = 0; at < bytes.length; at += size) {
        await written(response, bytes.subarray(at, at + size))
        await sleep((dripMs / drips) * timeScale, undefined, { signal })
      }
      response.end()
      return
    }
    case 'reset':
      onCut()
      response.socket?.resetAndDestroy()
      return
    case 'no-answer':
      await sleep(patienceMs * timeScale, undefined, { signal })
      onCut()
      response.destroy()
      return
    case 'stalled-body':
      response.writeHead(200, lengthKnown)
      await written(response, part)
      await sleep(patienceMs * timeScale, undefined, { signal })
      onCut()
      response.destroy()
      return
    case 'truncated-length':
      response.writeHead(200, lengthKnown)
      await written(response, part)
      onCut()
      response.socket?.end()
      return
    case 'truncated-chunked':
      response.writeHead(200, lengthUnknown)
      await written(response, part)
      onCut()
      response.socket?.end()
      return
    case 'truncated-close':
      response.useChunkedEncodingByDefault = false
      response.shouldKeepAlive = false
      response.writeHead(200, lengthUnknown)
      response.end(part)
      return
  }
}
