// lectern doctor where the library does not open: what can be told without it, and what is left out.
import { logEntryText, logFieldsText, type Failure } from '../contract/index.ts'
import { printJson, printLine, sentenceOf } from '../io/command-line/report.ts'
import { openServersFile } from '../io/speech/server/servers-file.ts'
import { isSound } from '../io/sqlite/open-databases.ts'
import { lookAtClosed, type ClosedHealth, type ClosedWish } from './closed-library.ts'
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

const newestLines = 10
const leftOut = ['voices', 'endpoints', 'neuralVoices', 'farm', 'codecs', 'cache', 'spokenSeconds']

/** Answers with 1, for not all was looked at. */
export async function doctorClosed(reason: Failure, wish: ClosedWish): Promise<number> {
  const { folder, settings, health, log } = await lookAtClosed(wish)
  const facts = folderFacts(folder)
  const integrity = integrityOf(folder.projectsDatabase)
  const servers = openServersFile(folder.servers).all().map(serverFacts)
  const lines = await log({ level: 'warn', limit: newestLines })
  const sentence = sentenceOf(reason)
  if (wish.json) {
    printJson({
      ...facts,
      integrity,
      health: health.told,
      servers,
      log: lines.map(({ id: _, at, ...line }) => ({ at: new Date(at).toISOString(), ...line })),
      settings,
      leftOut: { what: leftOut, code: reason.code, params: reason.params, sentence },
    })
    return 1
  }
  process.stderr.write(`${sentence}\n`)
  printFolder(facts)
  printIntegrity('Database of projects', integrity)
  printLine(`The Lectern that has it open: ${healthWords(health)}`)
  printServers(servers)
  for (const line of lines)
    printLine(`Log: ${logEntryText({ ...line, fields: logFieldsText(line.fields) })}`)
  printSettings(settings)
  printLine(
    'Left out, for the library does not open here: voices, endpoints, farm, codecs, caches.',
  )
  return 1
}

/** Of takes.db too much would have to be read beside whoever writes it. */
function integrityOf(path: string): Integrity {
  try {
    return isSound(path) ? 'sound' : 'damaged'
  } catch {
    return 'unknown'
  }
}

function healthWords({ told, untold }: ClosedHealth): string {
  if (!told) return untold
  const { status, version, freeDiskBytes, upSeconds } = told
  const free = freeDiskBytes === null ? '' : `, ${megabytes(freeDiskBytes)} free on the disk`
  return `${status}, version ${version}, open for ${Math.round(upSeconds / 60)} minutes${free}`
}
