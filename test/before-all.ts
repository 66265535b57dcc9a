// Runs once before all tests, in the process that starts theirs.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sayOnStderr, setUp } from '../scripts/setup.js'
import { sharedSounds } from './speech-server/start-speech-server.ts'

/** The processes that tests start are built ones; what one speech server has spoken, the others have too. */
export async function setup(): Promise<() => void> {
  await setUp({ say: sayOnStderr })
  const folder = mkdtempSync(join(tmpdir(), 'lectern-shared-sounds-'))
  process.env[sharedSounds] = folder
  return () => rmSync(folder, { recursive: true, force: true })
}
