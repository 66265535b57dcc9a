// The farm behind its ports: off until a person has set an address, and nothing of it is loaded before.
import type { FarmView } from '../../contract/index.ts'
import { fail, failureOf } from '../../core/base/failure-error.ts'
import { createTurns } from '../../core/base/turns.ts'
import type { Farm, SharedTakes } from '../../core/ports/farm.ts'
import type { VoiceProvider } from '../../core/ports/speech.ts'
import { openKeptFarm } from './kept-farm.ts'
import type { FarmInUse, FarmOptions } from './farm-in-use.ts'

export type OpenedFarm = {
  farm: Farm
  sharedTakes: SharedTakes
  /** The sources of this machine, with the farm behind them where there is one. */
  behind(locals: readonly VoiceProvider[]): readonly VoiceProvider[]
  close(): Promise<void>
}

/** Opens nothing but its file where none is set, or it is left aside; else begins to connect, and does not wait for it. */
export function openFarm(options: FarmOptions & { isLeftAside?: boolean }): OpenedFarm {
  const { path, keys, log, changed, isLeftAside = false } = options
  const kept = openKeptFarm(path, keys, log)
  const turns = createTurns()
  const listeners = new Set<() => void>()
  let inUse: FarmInUse | null = null
  let isClosed = false
  const tell = () => {
    for (const listener of listeners) listener()
  }

  const open = () =>
    turns('farm', async () => {
      const before = inUse
      inUse = null
      await before?.close()
      const settings = kept.settings()
      if (settings && !isClosed && !isLeftAside) {
        const { openFarmInUse } = await import('./farm-in-use.ts')
        const [password, storeKey] = [await kept.password(), await kept.storeKey()]
        inUse = await openFarmInUse({ ...options, settings, password, storeKey, tell })
      }
      changed()
      tell()
    })
  if (kept.settings())
    open().catch((error: unknown) => log.error('the farm did not open', failureOf(error)))

  const present = () => {
    if (!inUse) throw fail('not-found', { kind: 'worker' })
    return inUse
  }
  const view = async (): Promise<FarmView> => {
    const settings = kept.settings()
    const inUseNow = await inUse?.view()
    const leftOut = kept.leavesStoreOut() ? ['store-left-out' as const] : []
    const state = settings && !isLeftAside ? ('connecting' as const) : ('off' as const)
    return {
      ...{ settings, hasPassword: await kept.hasPassword(), keys: await kept.place() },
      hasStoreKey: (await kept.storeKey()) !== null,
      ...{ state, store: 'off', failure: null, workers: [], waiting: 0 },
      shared: { hits: 0, misses: 0 },
      ...inUseNow,
      warnings: [...leftOut, ...(inUseNow?.warnings ?? [])],
    }
  }
  return {
    farm: {
      view,
      async set(change) {
        const before = kept.settings()
        try {
          await kept.set(change)
        } catch (error) {
          // What is set and what runs are one, also where only a part of it could be kept.
          if (kept.settings() !== before) await open()
          throw error
        }
        await open()
      },
      wish: (workerId, wish) => present().wish(workerId, wish),
      onChange(listener) {
        listeners.add(listener)
        return () => void listeners.delete(listener)
      },
    },
    sharedTakes: {
      find: async (takeId, signal) => (await inUse?.sharedTakes?.find(takeId, signal)) ?? null,
      offer: (takeId, flac) => inUse?.sharedTakes?.offer(takeId, flac),
    },
    behind: (locals) => inUse?.behind(locals) ?? locals,
    async close() {
      isClosed = true
      await turns('farm', async () => {
        await inUse?.close()
        inUse = null
      })
    },
  }
}
