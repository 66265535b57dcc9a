// The farm behind its ports: off until a person has set an address, and nothing of it is loaded before.
import type { FarmView } from '../../contract/index.ts'
import { fail } from '../../core/base/failure-error.ts'
import type { Farm, SharedTakes } from '../../core/ports/farm.ts'
import type { KeyStore } from '../../core/ports/servers.ts'
import { openKeptFarm } from './kept-farm.ts'

export type OpenedFarm = { farm: Farm; sharedTakes: SharedTakes; close(): Promise<void> }

/** Opens nothing but its file. */
export function openFarm({ path, keys }: { path: string; keys: KeyStore }): OpenedFarm {
  const kept = openKeptFarm(path, keys)
  const listeners = new Set<() => void>()
  const changed = () => listeners.forEach((listener) => listener())
  const view = async (): Promise<FarmView> => ({
    settings: kept.settings(),
    hasPassword: await kept.hasPassword(),
    keys: await kept.place(),
    state: kept.settings() ? 'connecting' : 'off',
    failure: null,
    ...{ warnings: [], workers: [], waiting: 0, shared: { hits: 0, misses: 0 } },
  })
  return {
    farm: {
      view,
      async set(settings) {
        await kept.set(settings)
        changed()
      },
      async setPassword(password) {
        await kept.setPassword(password)
        changed()
      },
      wish: () => Promise.reject(fail('not-found', { kind: 'worker' })),
      onChange(listener) {
        listeners.add(listener)
        return () => void listeners.delete(listener)
      },
    },
    sharedTakes: { find: async () => null, offer: () => {} },
    close: async () => {},
  }
}
