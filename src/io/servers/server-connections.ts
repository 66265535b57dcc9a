// The connections to one server: a client for each address, made when it is needed, renewed with the key.
import { openServerClient, type ServerClient } from './openai-client.ts'

export type Connected = {
  client: ServerClient
  /** What it was opened with; kept out of every failure. */
  key: string | null
}

export type ServerConnections = {
  /** Connects if need be and does the work. */
  use<T>(address: string, work: (connected: Connected) => Promise<T>): Promise<T>
  /** Whoever comes next connects anew, with the key as it is then; what is under way comes to its end. */
  renew(): void
  /** Cuts everything. */
  close(): Promise<void>
}

type Line = { connected: Promise<Connected>; users: number; isOld: boolean }

/** `connections`: sockets to one address, at most; read when it is connected with. */
export function createServerConnections(
  key: () => Promise<string | null>,
  connections: () => number,
): ServerConnections {
  const current = new Map<string, Line>()
  const all = new Set<Line>()

  const connect = async (address: string): Promise<Connected> => {
    const known = await key()
    return { client: await openServerClient(address, known, connections()), key: known }
  }
  const lineTo = (address: string): Line => {
    const found = current.get(address)
    if (found) return found
    const line = { connected: connect(address), users: 0, isOld: false }
    current.set(address, line)
    all.add(line)
    return line
  }
  const end = async (line: Line): Promise<void> => {
    all.delete(line)
    const connected = await line.connected.catch(() => null)
    await connected?.client.close()
  }

  return {
    async use(address, work) {
      const line = lineTo(address)
      line.users += 1
      try {
        const connected = await line.connected.catch((error: unknown) => {
          if (current.get(address) === line) current.delete(address)
          line.isOld = true
          throw error
        })
        return await work(connected)
      } finally {
        line.users -= 1
        if (line.isOld && line.users === 0) void end(line)
      }
    },
    renew() {
      for (const line of current.values()) {
        line.isOld = true
        if (line.users === 0) void end(line)
      }
      current.clear()
    },
    async close() {
      current.clear()
      await Promise.all([...all].map(end))
    },
  }
}
