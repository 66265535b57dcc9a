// Keys, passwords and secrets that pass here are from then on kept out of the log.
import type { KeyStore } from '../core/ports/servers.ts'
import { keyWithin } from './servers/server-keys.ts'

/** The same store; `hide` is told of every key before anybody else sees it: of the word itself, not of what is kept around it. */
export const hiddenKeys = (keys: KeyStore, hide: (secret: string) => void): KeyStore => ({
  ...keys,
  async get(id) {
    const kept = await keys.get(id)
    if (kept !== null) hide(keyWithin(kept) ?? kept)
    return kept
  },
  set(id, kept) {
    hide(keyWithin(kept) ?? kept)
    return keys.set(id, kept)
  },
})
