// Where Electron keeps what is its own: inside the library, so that nothing of Lectern lies anywhere else.
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { app } from 'electron'

/**
 * Before the app is ready. Two libraries are two instances: the lock and what the page keeps belong to the folder.
 * A terminal beside an open window has the same keychain, but keeps no session with it.
 */
export function placeUserData(dataRoot: string, isTerminal: boolean): void {
  const userData = join(dataRoot, 'window')
  place('userData', userData)
  if (isTerminal) place('sessionData', join(userData, 'terminal'))
}

function place(name: 'userData' | 'sessionData', path: string): void {
  try {
    mkdirSync(path, { recursive: true })
  } catch {
    // Said in a sentence when the library is opened.
  }
  app.setPath(name, path)
}
