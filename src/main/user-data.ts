// Where Electron keeps what is its own: inside the library, so that nothing of Lectern lies anywhere else.
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { app } from 'electron'
import { windowFolder } from '../io/removal.ts'

/**
 * Before the app is ready. Two libraries are two instances: the lock and what the page keeps belong to the folder.
 * A `terminal` beside an open window has the same keychain, but keeps no session with it; one that removes the
 * library must not have it under its feet.
 */
export function placeUserData(dataRoot: string, terminal: readonly string[] | null): void {
  if (terminal?.[0] === 'data' && terminal.includes('remove')) {
    const passing = mkdtempSync(join(tmpdir(), 'lectern-'))
    process.once('exit', () => rmSync(passing, { recursive: true, force: true }))
    return app.setPath('userData', passing)
  }
  const userData = join(dataRoot, windowFolder)
  place('userData', userData)
  if (terminal) place('sessionData', join(userData, 'terminal'))
}

function place(name: 'userData' | 'sessionData', path: string): void {
  try {
    mkdirSync(path, { recursive: true })
  } catch {
    // Said in a sentence when the library is opened.
  }
  app.setPath(name, path)
}
