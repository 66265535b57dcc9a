// Fulfils the core's ports for a data folder: the one place where the deeds are put together.
import { createExportFolders } from './export-folder.ts'
import { readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { faceSettings } from '../contract/face-settings.ts'
import type { Settings } from '../contract/index.ts'
import { createScope, type Scope } from '../core/base/scope.ts'
import type { DataCare } from '../core/ports/data-care.ts'
import type { Log } from '../core/ports/machine.ts'
import type { KeyStore } from '../core/ports/servers.ts'
import type { StudioOptions, StudioPorts } from '../core/ports/studio-ports.ts'
import type { AppUpdates } from '../core/ports/updates.ts'
import { openAnsweredSounds } from './answered-sounds.ts'
import { createBookReader } from './books/book-reader.ts'
import { openKeptBooks } from './books/kept-books.ts'
import { openSavedBooks } from './books/saved-books.ts'
import { systemClock } from './clock.ts'
import type { CodecPool } from './codecs/codec-pool.ts'
import { dataFolderAt, openDataFolder, type DataFolder } from './data-folder.ts'
import { moveOut } from './move-out.ts'
import { defaultDataRoot } from './system-places.ts'
import { environment } from './environment.ts'
import { openFarm } from './farm/open-farm.ts'
import { freeDiskOf } from './free-disk.ts'
import { newHistogram } from './histogram.ts'
import { newNesting } from './nesting.ts'
import { openLanguageModels } from './language-model/open-language-models.ts'
import { openKeyFile } from './key-file.ts'
import { hiddenKeys } from './hidden-keys.ts'
import { createLogReader } from './log-reader.ts'
import { openLog } from './log.ts'
import { createInspector } from './inspector.ts'
import { createMemoryProbe } from './memory-probe.ts'
import { countOwned } from './owned-files.ts'
import type { Launch, WorkerEntries } from './process/channel.ts'
import { startThread } from './process/fork.ts'
import { openPassingTexts } from './passing-texts.ts'
import { createProcessRegister } from './process/process-register.ts'
import { readFile } from './read-file.ts'
import { openSettings, settingsInForce } from './settings-file.ts'
import { openSpeakers } from './open-speakers.ts'
import { openSoundLibrary } from './sound-library.ts'
import type { OpenedServers } from './speech/server/speech-servers.ts'
import { createVoiceSources } from './speech/voice-sources.ts'
import { createDataCare } from './sqlite/data-care.ts'
import { openStores, type Stores } from './sqlite/stores.ts'
import { thisMachine } from './this-machine.ts'
import { createTickets, newId } from './tickets.ts'
import { openTranscribers } from './transcriber/open-transcribers.ts'
import { version } from './version.ts'
import { workerCount } from './worker-count.ts'

export type DoorOptions = {
  door: string
  /** Absent: the system's place for application data. */
  dataRoot: string | undefined
  launch: Launch
  entries: WorkerEntries
  samplePath: string
  resumeJobs: boolean
  /** Processes that the door's runtime has started by itself, by what they are; absent: it starts none. */
  runtimeProcesses?: () => ReadonlyMap<number, string>
  /** To find out what is wrong: without voices of servers and a farm's, and the look of the studio is the usual one. */
  safeMode?: boolean
  /** Lanes, instead of the setting's. */
  workers?: number | undefined
  /** Segments at once at a server, instead of the setting's; 0: found by itself. */
  speechLanes?: number | undefined
  /** A safer place for keys than a file, which it is given for what it cannot keep. */
  keys?: (file: KeyStore, folder: DataFolder, log: Log) => KeyStore
  /** The longest that a sentence is held by a store of shared takes, if not a few seconds. */
  takeStoreMs?: number
  /** New versions of the app; absent: it does not replace itself. */
  updates?: (log: Log) => AppUpdates | null
}

/** Variables of the environment that no line of the log may hold. */
const secretVariables = ['OPENAI_API_KEY', 'LECTERN_METRICS_KEY']

export type OpenedPorts = {
  ports: StudioPorts
  options: StudioOptions
  folder: DataFolder
  settings: Settings
  /** Also finds a server by its addresses alone. */
  servers: OpenedServers
  /** From now on this word is never written to the log. */
  hideInLog(secret: string): void
  /** Which codecs are in use, and why. */
  codecEngine: CodecPool['engine']
  /** After the studio has closed. Flushes, unlocks, ends every process. */
  close(): Promise<void>
}

/**
 * Opens everything. Fails with `folder-not-writable`, `data-folder-busy`, `data-newer`,
 * `data-damaged`, `setting-invalid`, and then leaves nothing open.
 */
export async function openPorts(door: DoorOptions): Promise<OpenedPorts> {
  const root = door.dataRoot ?? defaultDataRoot()
  await moveOut(dataFolderAt(root))
  const folder = openDataFolder(root)
  const settings = settingsInForce(folder.settings)
  const scope = createScope()
  try {
    return await assemble(door, folder, settings, scope)
  } catch (error) {
    await scope.dispose()
    throw error
  }
}

const tellingSafeMode = (care: DataCare): DataCare => ({
  ...care,
  notices: () => [{ kind: 'safe-mode' }, ...care.notices()],
})

async function assemble(
  door: DoorOptions,
  folder: DataFolder,
  settings: Settings,
  scope: Scope,
): Promise<OpenedPorts> {
  const log = openLog(folder.logs, settings.logLevel)
  for (const name of secretVariables) log.hide(environment(name))
  scope.own(() => log.flush())
  const { entries } = door
  const register = createProcessRegister()
  const launch = register.watched(door.launch)
  const care = createDataCare({
    launch,
    entry: entries.store,
    folder,
    clock: systemClock,
    log,
    scope,
    stores: () => stores,
  })
  // The lock comes with the stores; only its owner may empty the passing places.
  const stores: Stores = await openStores({
    start: register.watched(startThread),
    entry: entries.store,
    folder,
    door: door.door,
    log,
    stir: () => care.stir(),
  })
  scope.own(() => stores.close())
  empty(folder.spool)
  empty(folder.transfers)

  const workers = workerCount(door.workers ?? settings.workers)
  const store = openSettings(folder.settings, door.safeMode ? faceSettings : [])
  const keyFile = openKeyFile(folder.keys)
  const keys = hiddenKeys(door.keys?.(keyFile, folder, log) ?? keyFile, log.hide)
  const { codecs, embedded, neural, system, servers } = openSpeakers({
    ...{ folder, launch, entries, keys, clock: systemClock, log, scope, workers },
    isOurs: true,
    settings: store.inForce,
    usualLanes: () => door.speechLanes ?? store.inForce().speechConcurrency,
    changed: () => sources.changed(),
  })
  const languageModels = openLanguageModels({
    path: folder.languageModel,
    keys,
    clock: systemClock,
    concurrency: () => store.inForce().scriptConcurrency,
  })
  scope.own(() => languageModels.close())
  const transcribers = openTranscribers({
    server: {
      path: folder.transcriber,
      keys,
      clock: systemClock,
      concurrency: () => store.inForce().scriptConcurrency,
    },
    onDisk: {
      path: folder.listenerModel,
      launch,
      entry: entries.neuralListener,
      clock: systemClock,
    },
  })
  scope.own(() => transcribers.close())
  const farm = openFarm({
    ...{ path: folder.farm, spool: folder.spool, keys, codecs, clock: systemClock, log },
    ...(door.takeStoreMs === undefined ? {} : { findMs: door.takeStoreMs }),
    isLeftAside: door.safeMode ?? false,
    changed: () => sources.changed(),
  })
  scope.own(() => farm.close())
  const ownSources = () => [
    ...embedded.providers,
    neural.provider,
    system.provider,
    ...(door.safeMode ? [] : servers.providers()),
  ]
  const sources = createVoiceSources([() => farm.behind(ownSources())])
  scope.own(neural.library.onChange(() => sources.changed()))

  const ports: StudioPorts = {
    clock: systemClock,
    newId,
    log,
    readLog: createLogReader(folder.logs),
    reader: createBookReader({
      launch,
      entry: entries.reader,
      settings: store.inForce,
      clock: systemClock,
    }),
    keptBooks: openKeptBooks(folder.books, store.inForce),
    savedBooks: openSavedBooks(folder.spool),
    sources,
    servers,
    neuralVoices: neural.library,
    projects: stores.projects,
    takes: stores.takes,
    modelAnswers: stores.modelAnswers,
    languageModels,
    transcribers,
    farm: farm.farm,
    sharedTakes: farm.sharedTakes,
    care: door.safeMode ? tellingSafeMode(care) : care,
    codecs,
    sounds: openSoundLibrary(folder.sounds),
    exportFolders: createExportFolders(),
    passingTexts: openPassingTexts(folder.transfers),
    readFile,
    freeDisk: freeDiskOf(folder.root),
    answered: openAnsweredSounds(folder.answers, folder.spool, systemClock.now()),
    settings: store,
    memory: createMemoryProbe(scope, register, systemClock, door.runtimeProcesses),
    ownedOutside: countOwned(folder),
    inspector: createInspector({
      folder: folder.inspected,
      launch,
      entry: entries.heapCounter,
      clock: systemClock,
      scope,
    }),
    shrinkStores: stores.shrink,
    newHistogram,
    newNesting,
    tickets: createTickets(),
    updates: door.updates?.(log) ?? null,
  }
  const options: StudioOptions = {
    version,
    door: door.door,
    dataFolder: folder.root,
    machine: thisMachine(),
    samplePath: door.samplePath,
    workers,
    previewPath: codecs.previewPath,
    encodePath: codecs.encodePath,
    resumeJobs: door.resumeJobs,
  }
  const opened = { ports, options, folder, settings, servers, codecEngine: codecs.engine }
  return { ...opened, hideInLog: log.hide, close: () => scope.dispose() }
}

function empty(folder: string): void {
  for (const name of readdirSync(folder))
    rmSync(join(folder, name), { recursive: true, force: true })
}
