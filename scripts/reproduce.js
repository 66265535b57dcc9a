// `npm run reproduce`: builds and packs what is here twice, in two places, and says what differs (test/packaging/reproduce.ts).
import './guard.js'
import { join } from 'node:path'
import { findNode } from './node.js'
import { root } from './places.js'
import { runAttached } from './run.js'
import { setUpOrExit } from './setup.js'

await setUpOrExit({ build: false })
process.exitCode = await runAttached(
  findNode(),
  [join(root, 'test', 'packaging', 'reproduce.ts'), ...process.argv.slice(2)],
  { cwd: root },
)
