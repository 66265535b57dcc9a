// All that speaks on this machine, and the codecs that check it: for a studio, and for a worker of a farm.
import type { Settings } from '../contract/index.ts'
import type { Clock, Scope } from '../core/base/scope.ts'
import type { Log } from '../core/ports/machine.ts'
import type { KeyStore } from '../core/ports/servers.ts'
import { createCodecs } from './codecs/codec-pool.ts'
import { wishedCodecs } from './codecs/wished-codecs.ts'
import type { DataFolder } from './data-folder.ts'
import type { Launch, WorkerEntries } from './process/channel.ts'
import { createEmbeddedVoices } from './speech/embedded-voices.ts'
import { createNeuralVoices } from './speech/neural/neural-voices.ts'
import { openSpeechServers } from './speech/server/speech-servers.ts'
import { createSystemVoices } from './speech/system/system-voices.ts'

export type Speakers = ReturnType<typeof openSpeakers>

/** Starts no process by itself; `scope` ends those that work has started. */
export function openSpeakers(options: {
  folder: DataFolder
  launch: Launch
  entries: WorkerEntries
  keys: KeyStore
  clock: Clock
  log: Log
  scope: Scope
  settings: () => Settings
  /** Whether the library is ours: what an earlier life left in it is cleared away. */
  isOurs: boolean
  /** Lanes of the embedded voices, and of the codecs. */
  workers: number
  /** Segments at once at a server that says nothing of it. */
  usualLanes: () => number
  /** Servers came, went or changed. */
  changed: () => void
}) {
  const { folder, launch, entries, keys, clock, log, scope, workers, usualLanes } = options
  const callTimeoutSeconds = () => options.settings().callTimeout
  const { spool } = folder
  const owned = <T extends { close(): Promise<void> | void }>(made: T): T => {
    scope.own(() => made.close())
    return made
  }
  const codecs = owned(
    createCodecs({
      ...{ launch, entry: entries.codec, folder, codecs: wishedCodecs(), workers, clock, log },
    }),
  )
  const embedded = owned(
    createEmbeddedVoices({ launch, entries, spool, lanes: workers, callTimeoutSeconds }),
  )
  const neural = owned(
    createNeuralVoices({
      ...{ launch, entry: entries.neuralVoice, clock, log, spool, root: folder.voices },
      isOurs: options.isOurs,
      callTimeoutSeconds,
    }),
  )
  const system = owned(createSystemVoices({ spool, clock, log, callTimeoutSeconds }))
  const { changed } = options
  const servers = owned(
    openSpeechServers({ folder, keys, clock, log, usualLanes, callTimeoutSeconds, changed }),
  )
  return { codecs, embedded, neural, system, servers }
}
