// `npm run package`: sets up, builds, and makes this platform's installers by electron-builder.yml.
import './guard.js'
import { findNode } from './node.js'
import { root, tool } from './places.js'
import { runAttached } from './run.js'
import { reportAndExit, setUp } from './setup.js'

try {
  await setUp()
  process.exitCode = await runAttached(
    findNode(),
    [tool('electron-builder', 'cli.js'), '--publish', 'never', ...process.argv.slice(2)],
    { cwd: root },
  )
} catch (error) {
  reportAndExit(error)
}
