// Keys with the addresses they were entered for: a key goes nowhere else, whatever becomes of a server.
import { z } from 'zod'
import type { SpeechServer } from '../../../contract/index.ts'
import type { KeyStore } from '../../../core/ports/speech.ts'
import { originOf } from './server-address.ts'

const KeptKey = z.object({ key: z.string().min(1), origins: z.array(z.string()) })

export type ServerKeys = {
  /** Null also while the server has an address that the key was not entered for. */
  get(server: SpeechServer): Promise<string | null>
  /** Null forgets it. Fails with `folder-not-writable`, `disk-full`. */
  set(server: SpeechServer, key: string | null): Promise<void>
  /** Forgets a key that was not entered for where the server is now. */
  forgetElsewhere(server: SpeechServer): Promise<void>
}

export function createServerKeys(store: KeyStore): ServerKeys {
  const find = async ({ id, addresses }: SpeechServer) => {
    const text = await store.get(id)
    if (text === null) return null
    const kept = KeptKey.safeParse(parse(text)).data
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

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
