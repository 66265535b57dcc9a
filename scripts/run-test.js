// Sets up, then runs a program of the tests on the right Node.
import { join } from 'node:path'
import { findNode } from './node.js'
import { root } from './places.js'
import { runAttached } from './run.js'
import { reportAndExit, setUp } from './setup.js'

/** Runs test/NAME/index.ts with this command's own arguments; its exit code is this process's.
 * @param {string} name
 * @param {() => NodeJS.ProcessEnv} [environment] Asked when all is set up; without it, what this process has. */
export async function runTest(name, environment) {
  try {
    await setUp()
    const program = join(root, 'test', name, 'index.ts')
    process.exitCode = await runAttached(findNode(), [program, ...process.argv.slice(2)], {
      cwd: root,
      ...(environment ? { env: environment() } : {}),
    })
  } catch (error) {
    reportAndExit(error)
  }
}
