// Housekeeping of the databases in the moments when nobody asks them for anything.
import type { Clock, Scope } from '../../core/base/scope.ts'
import type { Database } from './database.ts'

/** Quiet for this long counts as idle. */
const quietMs = 200
/** Between two steps of idle work, so that a call never waits for more than one. */
const stepMs = 20
/** Free pages that are kept for what comes next: a full cache would else shrink and grow for ever. */
const spareBytes = 16 * 1024 ** 2
/** Given back to the disk in one step. */
const stepBytes = 2 * 1024 ** 2

export type IdleWork = {
  /** Says that somebody asked: idle work waits. */
  stir(): void
}

/** Runs `step` while nothing stirs, until it answers that nothing is left. Ends with the scope. */
export function createIdleWork(scope: Scope, clock: Clock, step: () => boolean): IdleWork {
  let stirred = 0
  let armed = false

  const arm = (ms: number) => {
    armed = true
    scope.after(clock, ms, () => {
      armed = false
      const quiet = clock.monotonic() - stirred
      if (quiet < quietMs) arm(quietMs - quiet)
      else if (step()) arm(stepMs)
    })
  }
  return {
    stir() {
      stirred = clock.monotonic()
      if (!armed) arm(quietMs)
    },
  }
}

/** One step for one database; answers whether more is to be done. */
export function housekeep(database: Database): boolean {
  const pageSize = Number(database.pragma('page_size'))
  const free = Number(database.pragma('freelist_count')) * pageSize
  if (free > spareBytes) {
    database.vacuum(Math.ceil(Math.min(stepBytes, free - spareBytes) / pageSize))
    return true
  }
  if (database.written) database.checkpoint()
  return false
}
