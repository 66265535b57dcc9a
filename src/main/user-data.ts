// Where Electron keeps what is its own: inside the library, so that nothing of Lectern lies anywhere else.
import { copyFileSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
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
  if (!terminal) return
  const session = join(userData, 'terminal')
  place('sessionData', session)
  shareKey(userData, session)
}

function place(name: 'userData' | 'sessionData', path: string): void {
  try {
    mkdirSync(path, { recursive: true })
  } catch {
    // Said in a sentence when the library is opened.
  }
  app.setPath(name, path)
}

/** On Windows the session holds what the keychain's words are encrypted with: the window's, where it has been open. */
function shareKey(from: string, to: string): void {
  try {
    copyFileSync(join(from, 'Local State'), join(to, 'Local State'))
  } catch {
    // No window has ever been open: there are no keys of its own to be read.
  }
}
