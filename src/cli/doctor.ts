// lectern doctor: whether everything Lectern needs is there, and what is set.
import { FailureError } from '../core/base/failure-error.ts'
import type { EngineChoice } from '../io/codecs/load-engine.ts'
import { readOptions } from '../io/command-line/options.ts'
import { printJson, printLine } from '../io/command-line/report.ts'
import type { Runtime } from '../io/runtime.ts'
import { readPort } from './closed-library.ts'
import { doctorClosed } from './doctor-closed.ts'
import { endpointHealth, endpointLine } from './doctor-endpoints.ts'
import { farmFacts, printFarm } from './doctor-farm.ts'
import {
  folderFacts,
  printFolder,
  printIntegrity,
  printServers,
  printSettings,
  serverFacts,
  type Integrity,
} from './doctor-facts.ts'
import { megabytes } from './figures.ts'
import { withStudio, type Terminal } from './open-terminal.ts'
import { givenPath } from './given-path.ts'

const options = {
  port: { type: 'string' },
  data: { type: 'string' },
  json: { type: 'boolean' },
} as const

/**
 * Opens the library, speaks one passage and renders it: 0 when all of it worked. Of a library that does not open it
 * tells what can be told, and answers with 1.
 */
export async function doctor(args: string[], runtime: Runtime): Promise<number> {
  const { values } = readOptions(args, options, { min: 0, max: 0 })
  const data = givenPath(values.data)
  const json = values.json ?? false
  const port = readPort(values.port)
  return withStudio(
    { runtime, data, closed: (reason) => doctorClosed(reason, { data, port, json }) },
    (terminal) => look(terminal, json),
  )
}

async function look({ studio, opened }: Terminal, json: boolean): Promise<number> {
  const preview = await studio.call('voice.preview', { voice: 'espeak:gmw/en-US' })
  if (!preview.ok) throw new FailureError(preview.failure)
  const voices = await studio.call('voice.list', { fresh: true })
  const servers = (await opened.servers.list()).map(serverFacts)
  const neural = (await opened.ports.neuralVoices.list()).map(({ id, label, state }) => ({
    id,
    label,
    state,
  }))
  const performance = await studio.call('performance.read', {})
  const last = performance.ok ? performance.value.samples.at(-1) : undefined
  const endpoints = await endpointHealth(opened, last?.speech.endpoints ?? [])
  const cache = await studio.call('cache.stats', {})
  const facts = folderFacts(opened.folder)
  const codecs = await opened.codecEngine()
  const integrity: Integrity = (await opened.ports.care.check()) ? 'sound' : 'damaged'
  const settings = await opened.ports.settings.read()
  const farm = await farmFacts(opened.ports.farm, opened.ports.clock)
  const report = {
    ...facts,
    integrity,
    cache: cache.ok ? cache.value : null,
    endpoints,
    voices: voices.ok ? voices.value.voices.length : 0,
    servers,
    neuralVoices: neural,
    ...(farm && { farm }),
    codecs,
    spokenSeconds: preview.value.durationSeconds,
    settings,
  }
  const code = integrity === 'sound' ? 0 : 1
  if (json) {
    printJson(report)
    return code
  }
  printFolder(facts)
  for (const { kind, entries, bytes } of report.cache?.kinds ?? [])
    printLine(`Cache of ${kind}: ${entries} entries, ${megabytes(bytes)}`)
  printLine(
    `Voices: ${report.voices}; a passage of ${report.spokenSeconds.toFixed(1)} s was spoken, checked and rendered.`,
  )
  printLine(`Codecs: ${codecWords(codecs)}`)
  printIntegrity('Databases', integrity)
  for (const endpoint of endpoints) printLine(endpointLine(endpoint))
  printServers(servers)
  printFarm(farm)
  for (const { id, label, state } of neural) {
    const word = state.kind === 'ready' ? 'ready' : `damaged (${state.reason})`
    printLine(`Neural voice: ${label} (${id}), ${word}`)
  }
  printSettings(settings)
  return code
}

function codecWords({ name, version, reason, detail }: EngineChoice): string {
  const kind = name === 'native' ? 'FFmpeg, native' : 'WASM, without GPL parts; AAC is not decoded'
  const why = {
    usual: 'as usual',
    asked: 'asked for by LECTERN_CODECS',
    fallback: `the native ones cannot be loaded (${detail})`,
  }
  return `${kind} (${version}); ${why[reason]}`
}
