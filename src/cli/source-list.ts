// Every source of voices, named without opening the library: another Lectern may have it open.
import { existsSync } from 'node:fs'
import type { Failure, Voice } from '../contract/index.ts'
import { FailureError } from '../core/base/failure-error.ts'
import type { Log } from '../core/ports/machine.ts'
import { systemClock } from '../io/clock.ts'
import { dataFolderAt } from '../io/data-folder.ts'
import { openKeyFile } from '../io/key-file.ts'
import { workerEntries } from '../io/places.ts'
import { createEmbeddedVoices } from '../io/speech/embedded-voices.ts'
import { voicesOf } from '../io/speech/neural/speaker-voices.ts'
import { readRecords } from '../io/speech/neural/voice-record.ts'
import { openSpeechServers, type OpenedServers } from '../io/speech/server/speech-servers.ts'
import { createSystemVoices } from '../io/speech/system/system-voices.ts'
import type { Runtime } from '../io/runtime.ts'

export type ListedSource = { voices: Voice[]; failure: Failure | null }

const silent: Log = { error() {}, warn() {}, info() {}, debug() {} }
const callTimeoutSeconds = () => 60

/** In the order in which they are listed elsewhere. A source that cannot be listed has its failure. */
export async function listSources(
  runtime: Runtime,
  dataRoot: string,
  signal: AbortSignal,
): Promise<ListedSource[]> {
  const folder = dataFolderAt(dataRoot)
  const common = { spool: '', clock: systemClock, log: silent, callTimeoutSeconds }
  const entries = workerEntries(runtime.entryUrl)
  const embedded = createEmbeddedVoices({ ...common, launch: runtime.launch, entries, lanes: 1 })
  const system = createSystemVoices(common)
  const records = existsSync(folder.voices) ? [...readRecords(folder.voices).values()] : []
  const neural = records.flatMap((record) => (record ? voicesOf(record) : []))
  try {
    return await withServers(runtime, dataRoot, async (servers) => {
      const lists = (providers: readonly { voices(signal: AbortSignal): Promise<Voice[]> }[]) =>
        Promise.all(providers.map((provider) => listed(() => provider.voices(signal))))
      return [
        ...(await lists(embedded.providers)),
        { voices: neural, failure: null },
        ...(await lists([system.provider, ...servers.providers()])),
      ]
    })
  } finally {
    await embedded.close()
    await system.close()
  }
}

/** The servers of a data folder, which need not be there. Only what they list is kept. */
export async function withServers<T>(
  { keys }: Runtime,
  dataRoot: string,
  work: (servers: OpenedServers) => Promise<T>,
): Promise<T> {
  const folder = dataFolderAt(dataRoot)
  const keyFile = openKeyFile(folder.keys)
  const servers = openSpeechServers({
    folder,
    keys: keys?.(keyFile, folder, silent) ?? keyFile,
    clock: systemClock,
    log: silent,
    usualLanes: () => 1,
    callTimeoutSeconds,
    changed() {},
  })
  try {
    return await work(servers)
  } finally {
    await servers.close()
  }
}

async function listed(list: () => Promise<Voice[]>): Promise<ListedSource> {
  try {
    return { voices: await list(), failure: null }
  } catch (error) {
    if (error instanceof FailureError) return { voices: [], failure: error.failure }
    throw error
  }
}
