// Custom schemes as loopback HTTP: lectern://app/x is http://app.lectern.localhost:PORT/x.
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'

type Handler = (request: Request) => Response | Promise<Response>

const handlers = new Map<string, Handler>()
const known = new Set<string>()
let listening: Promise<number> | null = null
let port = 0

export const protocol = {
  registerSchemesAsPrivileged(schemes: { scheme: string }[]) {
    for (const { scheme } of schemes) known.add(scheme)
  },
  handle(scheme: string, handler: Handler) {
    if (!known.has(scheme)) throw new Error(`${scheme} was not registered before the app was ready`)
    handlers.set(scheme, handler)
    listening ??= listen()
  },
}

/** The loopback address behind an address; others stay as they are. */
export async function toLoopback(address: string): Promise<string> {
  await listening
  const { protocol, host, pathname, search, hash } = new URL(address)
  const scheme = protocol.slice(0, -1)
  if (!handlers.has(scheme)) return address
  return `http://${host}.${scheme}.localhost:${port}${pathname}${search}${hash}`
}

/** The address that the app knows, for one that Chromium knows. */
export function fromLoopback(address: string): string {
  if (!URL.canParse(address)) return address
  const { hostname, port: at, pathname, search, hash } = new URL(address)
  const match = /^(.+)\.([a-z]+)\.localhost$/.exec(hostname)
  if (!match || at !== String(port)) return address
  return `${match[2]}://${match[1]}${pathname}${search}${hash}`
}

async function listen(): Promise<number> {
  const server = createServer((request, response) => {
    // As in Electron: what the handler throws breaks the request.
    answer(request, response).catch(() => response.destroy())
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  server.unref()
  port = (server.address() as AddressInfo).port
  return port
}

async function answer(incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
  const address = fromLoopback(`http://${incoming.headers.host}${incoming.url}`)
  const handler = handlers.get(new URL(address).protocol.slice(0, -1))
  if (!handler) return void outgoing.writeHead(404).end()
  const reading = incoming.method === 'GET' || incoming.method === 'HEAD'
  const headers = new Headers()
  for (const [name, value] of Object.entries(incoming.headers)) {
    if (name !== 'host' && name !== 'connection' && value !== undefined) {
      headers.set(name, String(value))
    }
  }
  const response = await handler(
    new Request(address, {
      method: incoming.method ?? 'GET',
      headers,
      ...(reading ? {} : { body: Readable.toWeb(incoming) as never, duplex: 'half' as const }),
    }),
  )
  outgoing.writeHead(response.status, Object.fromEntries(response.headers))
  if (response.body) await pipeline(Readable.fromWeb(response.body as never), outgoing)
  else outgoing.end()
}
