// What bin/lectern does: set up, then run the built terminal on the right Node.
import { runDoor } from './door.js'
import { entries } from './places.js'
import { reportAndExit, sayOnStderr, setUpOrExit } from './setup.js'

/** Stays in the caller's folder, so that relative paths mean what the caller means.
 * @param {readonly string[]} args */
export async function runTerminal(args) {
  // stdout belongs to the terminal's answers.
  await setUpOrExit({ say: sayOnStderr })
  try {
    process.exitCode = await runDoor(entries.terminal, args)
  } catch (error) {
    reportAndExit(error)
  }
}
