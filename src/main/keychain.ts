// Keys of speech servers in the system's keychain. Where there is none they rest in the file, and it says so.
import { safeStorage } from 'electron'
import type { Log } from '../core/ports/machine.ts'
import type { KeyStore } from '../core/ports/servers.ts'
import { openJsonFile } from '../io/json-file.ts'
import { keyIn, parseKeys, type Keys } from '../io/key-file.ts'

/** Linux without a keyring encrypts with a password that everybody knows. */
const weakBackends = ['basic_text', 'unknown']

/**
 * What the keychain encrypts lies at `path`; `file` keeps the rest, and what was put there before.
 * Nothing is asked of the system before a key is.
 */
export function openKeychain(file: KeyStore, path: string, log: Log): KeyStore {
  const encrypted = openJsonFile<Keys>(path, parseKeys, { secret: true })
  let asked: Promise<boolean> | null = null
  const isSafe = () => (asked ??= isEncryptionSafe(log))
  const findEncrypted = (id: string) => keyIn(encrypted.read(), id)
  const forget = async (id: string) => {
    if (findEncrypted(id) !== null) await encrypted.change(({ [id]: _, ...others }) => others)
  }
  const encrypt = async (id: string, key: string) => {
    const bytes = await safeStorage.encryptStringAsync(key)
    await encrypted.change((now) => ({ ...now, [id]: bytes.toString('base64') }))
  }
  const store: KeyStore = {
    place: async () => ((await isSafe()) ? 'keychain' : 'file'),
    has: async (id) => findEncrypted(id) !== null || file.has(id),
    async get(id) {
      const found = findEncrypted(id)
      if (found === null) return file.get(id)
      try {
        const { result, shouldReEncrypt } = await safeStorage.decryptStringAsync(
          Buffer.from(found, 'base64'),
        )
        if (shouldReEncrypt) await encrypt(id, result)
        return result
      } catch {
        // Another keychain, or a locked one. The error's own words stay away from the log.
        log.warn('a key cannot be read from the keychain', { id })
        return null
      }
    },
    async set(id, key) {
      if (!(await isSafe())) {
        await forget(id)
        return file.set(id, key)
      }
      await encrypt(id, key)
      await file.clear(id)
    },
    async clear(id) {
      await forget(id)
      await file.clear(id)
    },
  }
  return store
}

async function isEncryptionSafe(log: Log): Promise<boolean> {
  const isThere = await safeStorage.isAsyncEncryptionAvailable().catch(() => false)
  const backend = process.platform === 'linux' ? safeStorage.getSelectedStorageBackend() : 'system'
  const isSafe = isThere && !weakBackends.includes(backend)
  if (!isSafe) log.warn('no keychain: keys rest in a file of this account', { backend })
  return isSafe
}
