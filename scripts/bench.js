// `npm run bench`: sets up, then runs the measurements on the right Node.
import './guard.js'
import { join } from 'node:path'
import { findNode } from './node.js'
import { root } from './places.js'
import { runAttached } from './run.js'
import { reportAndExit, setUp } from './setup.js'

try {
  await setUp()
  const bench = join(root, 'test', 'bench', 'index.ts')
  process.exitCode = await runAttached(findNode(), [bench, ...process.argv.slice(2)], { cwd: root })
} catch (error) {
  reportAndExit(error)
}
