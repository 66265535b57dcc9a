// `npm run soak`: sets up, then uses the studio for long, on the right Node.
import './guard.js'
import { doorEnvironment } from './door.js'
import { runTest } from './run-test.js'

await runTest('soak', doorEnvironment)
