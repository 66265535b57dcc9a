// Ports that stay a test's own while nobody listens on them.
import { createServer } from 'node:net'

/** The system takes ports above these for connections of its own. */
const lowest = 20_000
const highest = 32_000

/** So that what was killed can be started again where it was. */
export async function freePort(host = '127.0.0.1'): Promise<number> {
  for (;;) {
    const port = lowest + Math.floor(Math.random() * (highest - lowest))
    if (await isFree(port, host)) return port
  }
}

function isFree(port: number, host: string): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer()
    server.once('error', () => resolve(false))
    server.listen(port, host, () => server.close(() => resolve(true)))
  })
}
