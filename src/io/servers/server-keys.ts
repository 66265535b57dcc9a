// Keys with the addresses they were entered for: a key goes nowhere else, whatever becomes of a server.
import { z } from 'zod'
import type { KeyStore } from '../../core/ports/servers.ts'
import { originOf } from './server-address.ts'

const KeptKey = z.object({ key: z.string().min(1), origins: z.array(z.string()) })

/** Whose key it is, and where that is. */
type Keyed = { id: string; addresses: readonly string[] }

export type ServerKeys = {
  /** Null also while the server has an address that the key was not entered for. */
  get(server: Keyed): Promise<string | null>
  /** Null forgets it. Fails with `folder-not-writable`, `disk-full`. */
  set(server: Keyed, key: string | null): Promise<void>
  /** Forgets a key that was not entered for where the server is now. */
  forgetElsewhere(server: Keyed): Promise<void>
}

export function createServerKeys(store: KeyStore): ServerKeys {
  const find = async ({ id, addresses }: Keyed) => {
    const text = await store.get(id)
    if (text === null) return null
    const kept = understood(text)
    return kept && addresses.every((each) => kept.origins.includes(originOf(each)))
      ? kept.key
      : null
  }
  return {
    get: find,
    async set({ id, addresses }, key) {
      const word = key?.trim() ?? ''
      if (word === '') return store.clear(id)
      await store.set(id, JSON.stringify({ key: word, origins: addresses.map(originOf) }))
    },
    async forgetElsewhere(server) {
      if ((await store.has(server.id)) && (await find(server)) === null)
        await store.clear(server.id)
    },
  }
}

/** The key alone of what a store keeps; null for what was not kept by this. */
export const keyWithin = (kept: string): string | null => understood(kept)?.key ?? null

const understood = (text: string) => KeptKey.safeParse(parse(text)).data

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
