// The farm as a person has set it: a file for the settings, the keychain for the password and the key of a store.
import { type FarmChange, FarmSettings, TakeStore } from '../../contract/index.ts'
import { fail } from '../../core/base/failure-error.ts'
import type { Log } from '../../core/ports/machine.ts'
import type { KeyStore } from '../../core/ports/servers.ts'
import { openJsonFile } from '../json-file.ts'
import { createServerKeys } from '../servers/server-keys.ts'
import { farmAddress, farmHost } from './farm-address.ts'
import { keptStore } from './take-place.ts'

export type KeptFarm = {
  settings(): FarmSettings | null
  /** Whether its file names a store of takes that cannot be used, until the farm is set anew. */
  leavesStoreOut(): boolean
  hasPassword(): Promise<boolean>
  /** Null where there is none, or it was entered for another place. */
  password(): Promise<string | null>
  place: KeyStore['place']
  /** Of the store of takes. Null where there is none, or it was entered for another place. */
  storeKey(): Promise<string | null>
  /**
   * A password in the address goes to the keychain. Fails with `farm-address-refused`, `address-refused`,
   * `not-found` for the key of a store where none is set, `disk-full`.
   */
  set(change: FarmChange): Promise<void>
}

/** With a space, so that they are no speech server's name. */
const keyId = 'narration farm'
const storeKeyId = 'shared takes'

/** Opens nothing but its file. */
export function openKeptFarm(path: string, store: KeyStore, log: Log): KeptFarm {
  let leavesStoreOut = false
  const file = openJsonFile<FarmSettings | null>(path, (found) => {
    const read = understood(found)
    leavesStoreOut = read.leavesStoreOut
    return read.settings
  })
  if (leavesStoreOut) log.warn('the store of takes of the farm’s settings is left out', { path })
  const keys = createServerKeys(store)
  // Keys are kept for origins, which an address of Redis has none of.
  const keyed = ({ address }: FarmSettings) => ({
    id: keyId,
    addresses: [`https://${farmHost(address)}`],
  })
  const keyedStore = ({ address }: TakeStore) => ({ id: storeKeyId, addresses: [address] })
  const keep = (of: { id: string; addresses: string[] }, word: string | null | undefined) =>
    word === undefined ? keys.forgetElsewhere(of) : keys.set(of, word)
  const password = async () => {
    const settings = file.read()
    return settings && keys.get(keyed(settings))
  }
  return {
    settings: file.read,
    leavesStoreOut: () => leavesStoreOut,
    password,
    hasPassword: async () => (await password()) !== null,
    async storeKey() {
      const takeStore = file.read()?.takeStore
      return takeStore ? keys.get(keyedStore(takeStore)) : null
    },
    place: () => store.place(),
    async set({ settings: given, password: word, storeKey }) {
      if (!given) {
        await file.change(() => null)
        leavesStoreOut = false
        await store.clear(keyId)
        return store.clear(storeKeyId)
      }
      const { settings, password: inAddress } = cleaned(given)
      const { takeStore } = settings
      if (storeKey && !takeStore) throw fail('not-found', { kind: 'farm' })
      await file.change(() => settings)
      leavesStoreOut = false
      if (takeStore) await keep(keyedStore(takeStore), storeKey)
      else await store.clear(storeKeyId)
      // Null forgets the one of before, and not one that is entered with it.
      await keep(keyed(settings), word ?? inAddress ?? word)
    },
  }
}

/** With addresses as all are written. Fails for those that may not be used, and for a store that is not there. */
function cleaned(given: FarmSettings): { settings: FarmSettings; password: string | null } {
  const { address, password } = farmAddress(given.address, given.allowPlain)
  const { takeStore, ...farm } = given
  if (farm.shares === 'store' && !takeStore) throw fail('address-refused', { address: '' })
  const store = takeStore ? { takeStore: keptStore(takeStore) } : {}
  return { settings: { ...farm, ...store, address }, password }
}

/**
 * Null for what is no address that may be used: a file can be written by anybody. A store of takes that is none,
 * or may not be used, is left out by itself, and nothing is shared then: not in another place either.
 */
function understood(found: unknown): { settings: FarmSettings | null; leavesStoreOut: boolean } {
  const given = typeof found === 'object' && found !== null ? found : {}
  const store = 'takeStore' in given ? usable(TakeStore, given.takeStore, keptStore) : null
  const leavesStoreOut = 'takeStore' in given && store === null
  const wished = 'shares' in given ? given.shares : sharesOfBefore(given)
  const shares = wished === 'store' && store === null ? 'nowhere' : wished
  const takeStore = store ?? undefined
  const settings = usable(
    FarmSettings,
    { ...given, shares, takeStore },
    (farm) => cleaned(farm).settings,
  )
  return { settings, leavesStoreOut: settings !== null && leavesStoreOut }
}

/** The settings in such a file, also of a Lectern of before; null: there are none that may be used. */
export const farmInFile = (found: unknown): FarmSettings | null => understood(found).settings

/** Whether takes were shared, and where, were once told by two things. */
function sharesOfBefore(given: { shareTakes?: unknown; takeStore?: unknown }): unknown {
  if (given.shareTakes !== true) return given.shareTakes === false ? 'nowhere' : undefined
  return given.takeStore === undefined ? 'redis' : 'store'
}

function usable<T>(
  shape: { safeParse(found: unknown): { data?: T } },
  found: unknown,
  clean: (made: T) => T,
): T | null {
  const made = shape.safeParse(found).data
  try {
    return made === undefined ? null : clean(made)
  } catch {
    return null
  }
}
