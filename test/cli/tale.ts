// A tale of two chapters, a speech server that is told how to behave, and libraries for both: for runs of the terminal.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll } from 'vitest'
import {
  startSpeechServer,
  type StartedSpeechServer,
} from '../speech-server/start-speech-server.ts'
import { runWithin } from './printed.ts'
import { jsonLines, runLectern, type Ended } from './run-lectern.ts'

const text =
  '# A Tale\n\n## One\n\nIt was early in the morning, and nobody was up. The harbour lay still.\n\n' +
  '## Two\n\nThen somebody came down to the water and looked for the boat.\n'

/** Called once by a file of tests, at its top: it begins and ends with them. */
export function taleOfTests() {
  const folder = mkdtempSync(join(tmpdir(), 'lectern-any-voice-'))
  const at = (name: string) => join(folder, name)
  let server: StartedSpeechServer
  beforeAll(async () => {
    writeFileSync(at('tale.md'), text)
    server = await startSpeechServer()
  })
  afterEach(() => server.reset())
  afterAll(async () => {
    await server.close()
    rmSync(folder, { recursive: true, force: true })
  })

  const narrating = (library: string, more: string[]) => [
    ...['narrate', 'tale.md', '--out', `${library}.m4b`, '--json'],
    ...more,
  ]
  /** In a library of the test's own name. */
  const lectern = (library: string, args: string[], environment: Record<string, string> = {}) =>
    runLectern([...args, '--data', at(library)], { cwd: folder, environment })
  /** What is refused, and a list, need no process of their own. */
  const within = (library: string, args: string[]) =>
    runWithin(folder, [...args, '--data', at(library)])
  return {
    /** Where a file of that name is. */
    at,
    server: () => server,
    lectern,
    within,
    narrate: (library: string, ...more: string[]) => lectern(library, narrating(library, more)),
    refused: (library: string, ...more: string[]) => within(library, narrating(library, more)),
    savedServers(library: string): unknown[] {
      const words = readFileSync(join(at(library), 'servers.json'), 'utf8')
      return Object.values(JSON.parse(words) as object).flat() as unknown[]
    },
  }
}

export const failed = (ended: Ended) => jsonLines(ended).find(({ event }) => event === 'failed')
