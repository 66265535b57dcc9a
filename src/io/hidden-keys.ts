// Keys of speech servers that pass here are from then on kept out of the log.
import type { KeyStore } from '../core/ports/servers.ts'

/** The same store; `hide` is told of every key before anybody else sees it. */
export const hiddenKeys = (keys: KeyStore, hide: (secret: string) => void): KeyStore => ({
  ...keys,
  async get(id) {
    const key = await keys.get(id)
    if (key !== null) hide(key)
    return key
  },
  set(id, key) {
    hide(key)
    return keys.set(id, key)
  },
})
