// `npm run bench`: sets up, then runs the measurements on the right Node.
import './guard.js'
import { runTest } from './run-test.js'

await runTest('bench')
