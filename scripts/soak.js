// `npm run soak`: sets up, then uses the studio for long, on the right Node.
import './guard.js'
import { join } from 'node:path'
import { doorEnvironment } from './door.js'
import { findNode } from './node.js'
import { root } from './places.js'
import { runAttached } from './run.js'
import { reportAndExit, setUp } from './setup.js'

try {
  await setUp()
  const soak = join(root, 'test', 'soak', 'index.ts')
  process.exitCode = await runAttached(findNode(), [soak, ...process.argv.slice(2)], {
    cwd: root,
    env: doorEnvironment(),
  })
} catch (error) {
  reportAndExit(error)
}
