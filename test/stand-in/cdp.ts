// A small client of the Chrome DevTools Protocol: commands, events, sessions.

type Params = Record<string, unknown>
type Answer = { id?: number; method?: string; sessionId?: string; params?: Params; result?: Params }
type Listener = (params: never) => void

export type CdpSession = {
  send<T = Params>(method: string, params?: Params): Promise<T>
  on<P>(method: string, listener: (params: P) => void): void
}

export type Cdp = CdpSession & {
  session(sessionId: string): CdpSession
  /** Resolves when the browser has gone. */
  closed: Promise<void>
}

/** Connects to the browser that listens at `address`. */
export async function connectCdp(address: string): Promise<Cdp> {
  const socket = new WebSocket(address)
  const waiting = new Map<number, { resolve(value: never): void; reject(error: Error): void }>()
  const listeners = new Map<string, Set<Listener>>()
  let next = 1

  await new Promise<void>((resolve, reject) => {
    socket.addEventListener('open', () => resolve(), { once: true })
    socket.addEventListener('error', () => reject(new Error(`no browser at ${address}`)), {
      once: true,
    })
  })
  const closed = new Promise<void>((resolve) => {
    socket.addEventListener('close', () => {
      for (const { reject } of waiting.values()) reject(new Error('the browser has gone'))
      waiting.clear()
      resolve()
    })
  })
  socket.addEventListener('message', (event) => {
    const message = JSON.parse(String(event.data)) as Answer & { error?: { message: string } }
    if (message.id === undefined) {
      const key = `${message.sessionId ?? ''} ${message.method ?? ''}`
      for (const listener of listeners.get(key) ?? []) listener((message.params ?? {}) as never)
      return
    }
    const call = waiting.get(message.id)
    waiting.delete(message.id)
    if (message.error) call?.reject(new Error(message.error.message))
    else call?.resolve((message.result ?? {}) as never)
  })

  const session = (sessionId: string): CdpSession => ({
    send: (method, params = {}) =>
      new Promise((resolve, reject) => {
        if (socket.readyState !== WebSocket.OPEN) return reject(new Error('the browser has gone'))
        const id = next++
        waiting.set(id, { resolve, reject })
        socket.send(JSON.stringify({ id, method, params, ...(sessionId && { sessionId }) }))
      }),
    on(method, listener) {
      const key = `${sessionId} ${method}`
      const set = listeners.get(key) ?? new Set()
      listeners.set(key, set.add(listener as Listener))
    },
  })
  return { ...session(''), session, closed }
}
