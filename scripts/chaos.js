// `npm run chaos`: sets up, then runs scripts with a fault each on the right Node.
import './guard.js'
import { runTest } from './run-test.js'

await runTest('chaos')
