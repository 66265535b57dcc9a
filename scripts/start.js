// `npm start [-- book]`: sets up, then opens the Electron window or serves the same studio locally.
import './guard.js'
import { resolve } from 'node:path'
import { runDoor } from './door.js'
import { hasDisplay, provideElectron, whyNoWindow } from './electron.js'
import { callerFolder, entries, root } from './places.js'
import { runAttached } from './run.js'
import { reportAndExit, sayOnStdout, setUp } from './setup.js'

/** Electron that dies so soon without success never got as far as a window. */
const startsWithinMs = 5000

// Options and numbers go through as they are; what else there is names a book or a folder, as seen
// from the caller's folder.
const args = process.argv
  .slice(2)
  .map((word) => (/^(-|\d+$)/.test(word) ? word : resolve(callerFolder, word)))

try {
  await setUp()
  const reason = whyNoWindow() ?? (await openWindow())
  if (reason !== null) {
    sayOnStdout(`${reason}: serving the studio to your browser instead.`)
    process.exitCode = await serve()
  }
} catch (error) {
  reportAndExit(error)
}

/** Runs the window until it is closed; answers with the reason when there never was one.
 * @returns {Promise<string | null>} */
async function openWindow() {
  const runtime = await provideElectron(sayOnStdout)
  if ('reason' in runtime) return runtime.reason
  // Editors built on Electron leave this in their terminals; it would make a plain Node of it.
  const { ELECTRON_RUN_AS_NODE: _, ...env } = process.env
  const began = Date.now()
  const code = await runAttached(runtime.executable, [root, ...args], { env })
  const interrupted = code === 130 || code === 143
  if (code !== 0 && !interrupted && Date.now() - began < startsWithinMs)
    return `Electron did not start (exit code ${code})`
  process.exitCode = code
  return null
}

function serve() {
  const open = hasDisplay() ? ['--open'] : []
  return runDoor(entries.web, [...open, ...args])
}
