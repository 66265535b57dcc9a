// What the preload puts into the page in Electron. Absent on the web.
import type { Reply, WindowHost } from '../../../contract/index.ts'

export type Bridge = {
  call(name: string, args: unknown): Promise<Reply<unknown>>
  /** Every event. Returns the function that stops listening. */
  on(listener: (name: string, payload: unknown) => void): () => void
  host: WindowHost
}

declare global {
  interface Window {
    lectern?: Bridge
  }
}
