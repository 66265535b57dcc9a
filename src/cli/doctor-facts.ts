// What `lectern doctor` tells of a data folder, whether or not its library is open.
import { dirname } from 'node:path'
import { settingRows, type ServerCheck, type SettingValue } from '../contract/index.ts'
import { settingsWords } from '../contract/messages/english-settings.ts'
import { printLine, sentenceOf } from '../io/command-line/report.ts'
import type { DataFolder } from '../io/data-folder.ts'
import type { SavedServer } from '../io/speech/server/servers-file.ts'
import { databaseFacts } from '../io/sqlite/database-facts.ts'
import { version } from '../io/version.ts'
import { megabytes, minuteOf } from './figures.ts'

/** Reads the databases from beside, so that another Lectern may be writing them. */
export function folderFacts(folder: DataFolder) {
  return {
    version,
    node: process.version,
    platform: `${process.platform} ${process.arch}`,
    dataFolder: folder.root,
    folders: {
      settings: dirname(folder.settings),
      logs: folder.logs,
      books: folder.books,
      encodes: folder.encodes,
      previews: folder.previews,
      voices: folder.voices,
    },
    databases: [
      { name: 'projects', path: folder.projectsDatabase },
      { name: 'takes', path: folder.takesDatabase },
    ].map(({ name, path }) => ({ name, path, ...databaseFacts(path) })),
  }
}

export function printFolder(facts: ReturnType<typeof folderFacts>): void {
  printLine(`Lectern ${facts.version}, Node ${facts.node}, ${facts.platform}`)
  printLine(`Library: ${facts.dataFolder}`)
  for (const [name, path] of Object.entries(facts.folders)) printLine(`Folder of ${name}: ${path}`)
  for (const { name, version, bytes, freeBytes } of facts.databases)
    printLine(
      `Database of ${name}: version ${version ?? 'unknown'}, ${megabytes(bytes)}, ${megabytes(freeBytes ?? 0)} of it free`,
    )
}

export const serverFacts = ({ server, check }: SavedServer) => ({
  id: server.id,
  name: server.name,
  addresses: server.addresses,
  check: check && { at: check.at, failure: check.failure, latencyMs: check.latencyMs },
})

export function printServers(servers: readonly ReturnType<typeof serverFacts>[]): void {
  for (const { id, name, addresses, check } of servers)
    printLine(`Speech server: ${name} (${id}) at ${addresses.join(', ')}; ${checkWords(check)}`)
}

export function printSettings(settings: readonly SettingValue[]): void {
  for (const row of settingRows) {
    const setting = settings.find(({ name }) => name === row.name)
    const lacks = setting?.lacks === undefined ? '' : ` ${settingsWords.lacks(setting.lacks)}`
    printLine(
      `${row.environment} = ${setting?.value} (${setting?.source}): ${row.sentence}${lacks}`,
    )
  }
}

export type Integrity = 'sound' | 'damaged' | 'unknown'

const integrities: Record<Integrity, string> = {
  sound: 'sound',
  damaged: 'damaged; the next start saves what is sound',
  unknown: 'cannot be read',
}
export const printIntegrity = (of: string, integrity: Integrity): void =>
  printLine(`${of}: ${integrities[integrity]}`)

function checkWords(check: Pick<ServerCheck, 'at' | 'failure' | 'latencyMs'> | null): string {
  if (!check) return 'never checked'
  const what = check.failure
    ? sentenceOf(check.failure)
    : `it spoke one word in ${((check.latencyMs ?? 0) / 1000).toFixed(1)} s`
  return `last checked ${minuteOf(check.at)}: ${what}`
}
