// lectern doctor: whether everything Lectern needs is there, and what is set.
import { resolve } from 'node:path'
import { settingRows, type ServerCheck } from '../contract/index.ts'
import { FailureError } from '../core/base/failure-error.ts'
import type { EngineChoice } from '../io/codecs/load-engine.ts'
import { version } from '../io/version.ts'
import { databaseFacts } from '../io/sqlite/database-facts.ts'
import { endpointHealth, endpointLine } from './doctor-endpoints.ts'
import { megabytes, minuteOf } from './figures.ts'
import { withStudio } from './open-terminal.ts'
import { readOptions } from '../io/command-line/options.ts'
import { printJson, printLine, sentenceOf } from '../io/command-line/report.ts'

const options = { data: { type: 'string' }, json: { type: 'boolean' } } as const

/** Opens the library, speaks one passage and renders it: 0 when all of it worked. */
export async function doctor(args: string[], entryUrl: string): Promise<number> {
  const { values } = readOptions(args, options, { min: 0, max: 0 })
  const data = values.data === undefined ? undefined : resolve(values.data)
  return withStudio({ entryUrl, data }, async ({ studio, opened }) => {
    const preview = await studio.call('voice.preview', { voice: 'espeak:gmw/en-US' })
    if (!preview.ok) throw new FailureError(preview.failure)
    const voices = await studio.call('voice.list', { fresh: true })
    const servers = (await opened.servers.list()).map(({ server, check }) => ({
      id: server.id,
      name: server.name,
      addresses: server.addresses,
      check: check && { at: check.at, failure: check.failure, latencyMs: check.latencyMs },
    }))
    const neural = (await opened.ports.neuralVoices.list()).map(({ id, label, state }) => ({
      id,
      label,
      state,
    }))
    const performance = await studio.call('performance.read', {})
    const last = performance.ok ? performance.value.samples.at(-1) : undefined
    const endpoints = await endpointHealth(opened, last?.speech.endpoints ?? [])
    const cache = await studio.call('cache.stats', {})
    const { folder } = opened
    const databases = [
      { name: 'projects', path: folder.projectsDatabase },
      { name: 'takes', path: folder.takesDatabase },
    ].map(({ name, path }) => ({ name, path, ...databaseFacts(path) }))
    const codecs = await opened.codecEngine()
    const isSound = await opened.ports.care.check()
    const settings = await opened.ports.settings.read()
    const report = {
      version,
      node: process.version,
      platform: `${process.platform} ${process.arch}`,
      dataFolder: folder.root,
      folders: {
        logs: folder.logs,
        books: folder.books,
        encodes: folder.encodes,
        previews: folder.previews,
        voices: folder.voices,
      },
      databases,
      integrity: isSound ? 'sound' : 'damaged',
      cache: cache.ok ? cache.value : null,
      endpoints,
      voices: voices.ok ? voices.value.voices.length : 0,
      servers,
      neuralVoices: neural,
      codecs,
      spokenSeconds: preview.value.durationSeconds,
      settings,
    }
    const code = isSound ? 0 : 1
    if (values.json) {
      printJson(report)
      return code
    }
    printLine(`Lectern ${version}, Node ${report.node}, ${report.platform}`)
    printLine(`Library: ${report.dataFolder}`)
    for (const [name, path] of Object.entries(report.folders))
      printLine(`Folder of ${name}: ${path}`)
    for (const { name, version, bytes, freeBytes } of databases)
      printLine(
        `Database of ${name}: version ${version ?? 'unknown'}, ${megabytes(bytes)}, ${megabytes(freeBytes ?? 0)} of it free`,
      )
    for (const { kind, entries, bytes } of report.cache?.kinds ?? [])
      printLine(`Cache of ${kind}: ${entries} entries, ${megabytes(bytes)}`)
    printLine(
      `Voices: ${report.voices}; a passage of ${report.spokenSeconds.toFixed(1)} s was spoken, checked and rendered.`,
    )
    printLine(`Codecs: ${codecWords(codecs)}`)
    printLine(`Databases: ${isSound ? 'sound' : 'damaged; the next start saves what is sound'}`)
    for (const endpoint of endpoints) printLine(endpointLine(endpoint))
    for (const { id, name, addresses, check } of servers)
      printLine(`Speech server: ${name} (${id}) at ${addresses.join(', ')}; ${checkWords(check)}`)
    for (const { id, label, state } of neural) {
      const word = state.kind === 'ready' ? 'ready' : `damaged (${state.reason})`
      printLine(`Neural voice: ${label} (${id}), ${word}`)
    }
    for (const row of settingRows) {
      const setting = settings.find(({ name }) => name === row.name)
      printLine(`${row.environment} = ${setting?.value} (${setting?.source}): ${row.sentence}`)
    }
    return code
  })
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

function checkWords(check: Pick<ServerCheck, 'at' | 'failure' | 'latencyMs'> | null): string {
  if (!check) return 'never checked'
  const what = check.failure
    ? sentenceOf(check.failure)
    : `it spoke one word in ${((check.latencyMs ?? 0) / 1000).toFixed(1)} s`
  return `last checked ${minuteOf(check.at)}: ${what}`
}
