// A line to a server that can be cut, frozen, slowed and restored: one for each client that is to lose its own.
import { createConnection, createServer, type AddressInfo, type Socket } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'

export type CutLine = {
  port: number
  /** Connections that are open now. */
  connections(): number
  /** Resets every connection, and each new one, until `restore`. */
  cut(): void
  /** Nothing passes and nothing is closed, as where a cable is pulled; what is sent comes after `restore`. */
  freeze(): void
  /** What passes from now on is late by so much, each way. */
  slow(latencyMs: number): void
  /** As it was at first. */
  restore(): void
  end(): Promise<void>
}

/** Listens on the loopback, or on another address of this machine. Keeps in memory what it has not passed on. */
export async function startCutLine(to: { port: number; host?: string }, host = '127.0.0.1') {
  const pairs = new Set<readonly [Socket, Socket]>()
  let isCut = false
  let latencyMs = 0
  let thaw = () => {}
  let frozen: Promise<void> | null = null

  /** What comes from one goes to the other, in order and when the line lets it. */
  const carry = (from: Socket, other: Socket) => {
    let before = Promise.resolve()
    const inTurn = (act: () => void) => {
      const due = performance.now() + latencyMs
      before = before.then(async () => {
        const late = due - performance.now()
        if (late > 0) await pause(late)
        while (frozen) await frozen
        if (!other.destroyed) act()
      })
    }
    from.on('data', (bytes) => inTurn(() => other.write(bytes)))
    from.on('end', () => inTurn(() => other.end()))
    from.on('close', () => inTurn(() => other.destroy()))
    // Its close follows.
    from.on('error', () => {})
  }
  const server = createServer({ allowHalfOpen: true }, (client) => {
    if (isCut) return void client.resetAndDestroy()
    const behind = createConnection({ host: '127.0.0.1', ...to, allowHalfOpen: true })
    const pair = [client, behind] as const
    pairs.add(pair)
    client.on('close', () => pairs.delete(pair))
    for (const socket of pair) socket.setNoDelay(true)
    carry(client, behind)
    carry(behind, client)
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(0, host, resolve)
  })

  const reset = () => pairs.forEach((pair) => pair.forEach((socket) => socket.resetAndDestroy()))
  const restore = () => {
    isCut = false
    latencyMs = 0
    frozen = null
    thaw()
  }
  const line: CutLine = {
    port: (server.address() as AddressInfo).port,
    connections: () => pairs.size,
    cut() {
      isCut = true
      reset()
    },
    freeze() {
      frozen ??= new Promise((resolve) => (thaw = resolve))
    },
    slow: (ms) => void (latencyMs = ms),
    restore,
    async end() {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()))
      reset()
      restore()
      await closed
    },
  }
  return line
}
