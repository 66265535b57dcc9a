// Listens on this machine alone, and answers by a fetch-style handler.
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { getRequestListener } from '@hono/node-server'
import type { Log } from '../../core/ports/machine.ts'
import type { Site } from './site.ts'

export type Listening = {
  /** `http://127.0.0.1:PORT`. */
  origin: string
  port: number
  /** From now on; until then nothing is answered. */
  answer(site: Site): void
  /** Ends every connection. */
  close(): Promise<void>
}

/** `port` 0: any that is free. Rejects with what `listen` says, as when the port is taken. */
export async function listen(port: number, log: Pick<Log, 'error'>): Promise<Listening> {
  const server = createServer()
  // A large book on a slow disk may take longer than Node's five minutes.
  server.requestTimeout = 0
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, '127.0.0.1', resolve)
  })
  const address = server.address() as AddressInfo
  return {
    origin: `http://127.0.0.1:${address.port}`,
    port: address.port,
    answer(site) {
      const listener = getRequestListener(site, {
        overrideGlobalObjects: false,
        errorHandler(error) {
          log.error('a request failed', { error: String(error) })
          return new Response('Something went wrong inside Lectern.', { status: 500 })
        },
      })
      server.on('request', (request, response) => void listener(request, response))
    },
    async close() {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()))
      server.closeAllConnections()
      await closed
    },
  }
}
