// Commands and the event of the farm.
import { z } from 'zod'
import { none } from './command-shapes.ts'
import { FarmSettings, FarmView, WorkerWish } from './farm.ts'

const view = z.object({ farm: FarmView })

export const farmCommands = {
  'farm.read': { args: none, reply: view },
  /**
   * Null: none; its password is forgotten, and so is the key of a store that is set no more. Fails with
   * `farm-address-refused`, for the store's address with `address-refused`, with `folder-not-writable`.
   */
  'farm.set': { args: z.object({ settings: FarmSettings.nullable() }), reply: view },
  /** Null forgets it. Fails with `not-found` where no farm is set. */
  'farm.setPassword': {
    args: z.object({ password: z.string().min(1).max(1000).nullable() }),
    reply: view,
  },
  /** The secret access key of the store of takes; null forgets it. Fails with `not-found` where no store is set. */
  'farm.setStoreKey': {
    args: z.object({ key: z.string().min(1).max(1000).nullable() }),
    reply: view,
  },
  /** Fails with `not-found` for a worker that is gone, with `farm-away`. */
  'farm.wish': { args: z.object({ workerId: z.string(), wish: WorkerWish }), reply: view },
} as const

export const farmEvents = {
  /** Whole; at most every two seconds while anything of it changes. */
  'farm.changed': z.object({ farm: FarmView }),
} as const
