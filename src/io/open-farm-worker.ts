// A worker of a farm on this machine's voices, servers and keys, beside a studio that may be open on the same library.
import { mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { createScope } from '../core/base/scope.ts'
import type { KeyStore } from '../core/ports/servers.ts'
import type { Log } from '../core/ports/machine.ts'
import { systemClock } from './clock.ts'
import { openDataFolder } from './data-folder.ts'
import type { FarmWorker, FarmWorkerOptions } from './farm/farm-worker.ts'
import { hiddenKeys } from './hidden-keys.ts'
import { openKeyFile } from './key-file.ts'
import { openLog } from './log.ts'
import { openSpeakers } from './open-speakers.ts'
import type { DoorOptions } from './open-ports.ts'
import { makePassingFolder } from './passing-folder.ts'
import { openSettings } from './settings-file.ts'
import { defaultDataRoot } from './system-places.ts'
import { version } from './version.ts'
import { workerCount } from './worker-count.ts'

export type OpenedWorker = { worker: FarmWorker; close(): Promise<void> }

/** Opens no database and takes no lock. Fails as `startFarmWorker`, with `folder-not-writable`, `disk-full`. */
export async function openFarmWorker(
  door: Pick<DoorOptions, 'dataRoot' | 'launch' | 'entries' | 'keys'>,
  farm: Pick<FarmWorkerOptions, 'place' | 'prefix' | 'name' | 'lanes' | 'together' | 'voices'>,
): Promise<OpenedWorker> {
  const scope = createScope()
  try {
    const library = openDataFolder(door.dataRoot ?? defaultDataRoot())
    const passing = makePassingFolder('lectern-worker')
    scope.own(() => rmSync(passing, { recursive: true, force: true }))
    // What a studio has in its library is nobody else's: it is emptied when that starts.
    const own = (name: string) => {
      const path = join(passing, name)
      mkdirSync(path)
      return path
    }
    const folder = {
      ...library,
      ...{ spool: own('spool'), encodes: own('encodes'), previews: own('previews') },
    }
    const settings = openSettings(library.settings, [])
    const log = openLog(library.logs, settings.inForce().logLevel)
    scope.own(() => log.flush())
    if (farm.place.password !== null) log.hide(farm.place.password)
    const speakers = openSpeakers({
      ...{ folder, launch: door.launch, entries: door.entries, clock: systemClock, log, scope },
      keys: keysOf(door, library.keys, library, log),
      isOurs: false,
      settings: settings.inForce,
      workers: workerCount(farm.lanes ?? settings.inForce().workers),
      usualLanes: () => farm.lanes ?? settings.inForce().speechConcurrency,
      changed: () => {},
    })
    const { startFarmWorker } = await import('./farm/farm-worker.ts')
    const worker = await startFarmWorker({
      ...farm,
      version,
      providers: [
        ...speakers.embedded.providers,
        speakers.neural.provider,
        ...speakers.servers.providers(),
      ],
      ...{ codecs: speakers.codecs, clock: systemClock, log },
    })
    scope.own(() => worker.close())
    return { worker, close: () => scope.dispose() }
  } catch (error) {
    await scope.dispose()
    throw error
  }
}

function keysOf(
  { keys }: Pick<DoorOptions, 'keys'>,
  path: string,
  folder: Parameters<NonNullable<DoorOptions['keys']>>[1],
  log: Log & { hide(secret: string | null): void },
): KeyStore {
  const file = openKeyFile(path)
  return hiddenKeys(keys?.(file, folder, log) ?? file, log.hide)
}
