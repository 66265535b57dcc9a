// HTTP connections to one address: at most so many, kept for the next request. The only importer of undici.

export type HttpAgent = {
  /** As the standard's fetch. Follows no redirect and sets no limit of time but to connecting. */
  fetch: typeof fetch
  /** Cuts what is under way. */
  close(): Promise<void>
}

const connectMs = 5_000
/** Below the 5 s after which most servers hang up. */
const keepAliveMs = 4_000

/** Loads the library, which nobody needs before the first server is used. */
export async function openHttpAgent(connections: number): Promise<HttpAgent> {
  const { Agent, fetch } = await import('undici')
  const agent = new Agent({
    connections,
    keepAliveTimeout: keepAliveMs,
    // Whoever asks has a clock of his own for these.
    headersTimeout: 0,
    bodyTimeout: 0,
    connect: { timeout: connectMs },
  })
  const send = (url: string, init: object) =>
    fetch(url, { ...init, redirect: 'manual', dispatcher: agent })
  return {
    fetch: send as unknown as typeof globalThis.fetch,
    close: () => agent.destroy(),
  }
}
