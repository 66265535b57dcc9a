// Commands and the event of the farm.
import { z } from 'zod'
import { none } from './command-shapes.ts'
import { FarmChange, FarmView, WorkerWish } from './farm.ts'

const view = z.object({ farm: FarmView })

export const farmCommands = {
  'farm.read': { args: none, reply: view },
  /**
   * A secret that was entered for another place is forgotten. Fails with `farm-address-refused`, for the store's
   * address with `address-refused`, with `not-found` for the key of a store where none is set, with
   * `folder-not-writable`, `disk-full`.
   */
  'farm.set': { args: FarmChange, reply: view },
  /** Fails with `not-found` for a worker that is gone, with `farm-away`. */
  'farm.wish': { args: z.object({ workerId: z.string(), wish: WorkerWish }), reply: view },
} as const

export const farmEvents = {
  /** Whole; at most every two seconds while anything of it changes. */
  'farm.changed': z.object({ farm: FarmView }),
} as const
