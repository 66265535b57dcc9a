// `npm run chaos`: sets up, then runs scripts with a fault each on the right Node.
import './guard.js'
import { join } from 'node:path'
import { findNode } from './node.js'
import { root } from './places.js'
import { runAttached } from './run.js'
import { reportAndExit, setUp } from './setup.js'

try {
  await setUp()
  const chaos = join(root, 'test', 'chaos', 'index.ts')
  process.exitCode = await runAttached(findNode(), [chaos, ...process.argv.slice(2)], { cwd: root })
} catch (error) {
  reportAndExit(error)
}
