// What bin/lectern does: set up, then run the built terminal, in this process where the Node fits.
import { pathToFileURL } from 'node:url'
import { findNode, runsOnWantedNode } from './node.js'
import { entries } from './places.js'
import { runAttached } from './run.js'
import { reportAndExit, sayOnStderr, setUpOrExit } from './setup.js'

/** Stays in the caller's folder, so that relative paths mean what the caller means.
 * @param {readonly string[]} args */
export async function runTerminal(args) {
  // stdout belongs to the terminal's answers.
  await setUpOrExit({ say: sayOnStderr })
  if (runsOnWantedNode) {
    process.argv = [process.execPath, entries.terminal, ...args]
    await import(pathToFileURL(entries.terminal).href)
    return
  }
  try {
    process.exitCode = await runAttached(findNode(), [entries.terminal, ...args])
  } catch (error) {
    reportAndExit(error)
  }
}
