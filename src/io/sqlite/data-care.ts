// The care of the databases from outside: a short-lived process reads, checks and copies them beside their writer.
import { failure, failureOf } from '../../core/base/failure-error.ts'
import type { Clock, Scope } from '../../core/base/scope.ts'
import type { Backup, DataNotice } from '../../contract/index.ts'
import type { DataCare } from '../../core/ports/data-care.ts'
import type { Log } from '../../core/ports/machine.ts'
import type { DataFolder } from '../data-folder.ts'
import type { Launch } from '../process/channel.ts'
import { connect } from '../process/remote.ts'
import type { CareParameters } from './care-operations.ts'
import { createIdleWork } from './idle-work.ts'
import { markDamaged } from './open-mended.ts'
import type { Stores } from './stores.ts'
import { forgetUntold } from './untold.ts'

/** After the start, when the first page is long there. */
const checkAfterMs = 20_000

export type OpenedCare = DataCare & {
  /** Somebody asks the store for something: a check waits until nobody does. */
  stir(): void
}

/** What needs the stores comes by `stores`, once they are open. Ends with the scope. */
export function createDataCare(options: {
  launch: Launch
  entry: URL
  folder: DataFolder
  clock: Clock
  log: Log
  scope: Scope
  stores: () => Stores
}): OpenedCare {
  const { launch, entry, folder, clock, log, scope, stores } = options

  const ask = async <T>(operation: string, args: unknown): Promise<T> => {
    const parameters: CareParameters = { care: folder }
    const channel = launch(entry, { name: 'lectern-data-care', parameters, heapMegabytes: 64 })
    const remote = connect(channel, (code) =>
      failure(scope.disposed ? 'cancelled' : 'data-interrupted', {}, `it ended with ${code}`),
    )
    // It may be in the middle of a large file: nothing is lost when it is killed.
    const forget = scope.own(() => remote.kill())
    try {
      return await remote.call<T>(operation, args)
    } finally {
      forget()
      remote.kill()
    }
  }
  const found = (database: 'projects' | 'takes') => {
    markDamaged(database === 'projects' ? folder.projectsDatabase : folder.takesDatabase)
    const notice: DataNotice = { kind: 'damaged', database }
    stores().tell(notice)
  }
  const check = async (): Promise<boolean> => {
    const began = clock.monotonic()
    const which = { projects: true, takes: stores().wasUnclean() }
    const sound = await ask<{ projects: boolean; takes: boolean }>('check', which)
    const milliseconds = Math.round(clock.monotonic() - began)
    log.info('the databases were checked', { ...which, sound, milliseconds })
    if (!sound.projects) found('projects')
    if (!sound.takes) found('takes')
    return sound.projects && sound.takes
  }
  let isChecked = false
  let isDue = false
  const idle = createIdleWork(scope, clock, () => {
    if (!isDue || isChecked) return false
    isChecked = true
    check().catch((error: unknown) => {
      if (!scope.disposed) log.warn('the check failed', { failure: failureOf(error) })
    })
    return false
  })
  scope.after(clock, checkAfterMs, () => {
    isDue = true
    idle.stir()
  })
  return {
    stir() {
      if (isDue && !isChecked) idle.stir()
    },
    check,
    notices: () => stores().notices(),
    told: () => forgetUntold(folder),
    onNotice: (listener) => stores().onNotice(listener),
    backups: () => ask('backups', []),
    backUp: () => ask<Backup>('backUp', []),
    restore: (name) => ask('restore', name),
    keep: () => ask('keep', []),
  }
}
