// The farm as a person has set it: a file for the settings, the keychain for the password.
import { FarmSettings } from '../../contract/index.ts'
import { fail } from '../../core/base/failure-error.ts'
import type { KeyStore } from '../../core/ports/servers.ts'
import { openJsonFile } from '../json-file.ts'
import { createServerKeys } from '../servers/server-keys.ts'
import { farmAddress, farmHost } from './farm-address.ts'

export type KeptFarm = {
  settings(): FarmSettings | null
  hasPassword(): Promise<boolean>
  /** Null where there is none, or it was entered for another place. */
  password(): Promise<string | null>
  place: KeyStore['place']
  /** A password in the address goes to the keychain. Fails with `farm-address-refused`, `disk-full`. */
  set(settings: FarmSettings | null): Promise<void>
  /** Fails with `not-found` where no farm is set. */
  setPassword(password: string | null): Promise<void>
}

/** With a space, so that it is no speech server's name. */
const keyId = 'narration farm'

/** Opens nothing but its file. */
export function openKeptFarm(path: string, store: KeyStore): KeptFarm {
  const file = openJsonFile<FarmSettings | null>(path, understood)
  const keys = createServerKeys(store)
  // Keys are kept for origins, which an address of Redis has none of.
  const keyed = ({ address }: FarmSettings) => ({
    id: keyId,
    addresses: [`https://${farmHost(address)}`],
  })
  const password = async () => {
    const settings = file.read()
    return settings && keys.get(keyed(settings))
  }
  return {
    settings: file.read,
    password,
    hasPassword: async () => (await password()) !== null,
    place: () => store.place(),
    async set(given) {
      if (!given) {
        await file.change(() => null)
        return store.clear(keyId)
      }
      const { address, password: inAddress } = farmAddress(given.address, given.allowPlain)
      const settings = { ...given, address }
      await file.change(() => settings)
      if (inAddress === null) await keys.forgetElsewhere(keyed(settings))
      else await keys.set(keyed(settings), inAddress)
    },
    async setPassword(word) {
      const settings = file.read()
      if (!settings) throw fail('not-found', { kind: 'farm' })
      await keys.set(keyed(settings), word)
    },
  }
}

/** Null for what is no address that may be used: a file can be written by anybody. */
function understood(found: unknown): FarmSettings | null {
  const settings = FarmSettings.safeParse(found).data
  if (!settings) return null
  try {
    return { ...settings, address: farmAddress(settings.address, settings.allowPlain).address }
  } catch {
    return null
  }
}
