// `npm run build`: installs and builds when something changed; says when there was nothing to do.
import './guard.js'
import { sayOnStdout, setUpOrExit } from './setup.js'

let said = false
await setUpOrExit({
  say: (line) => {
    said = true
    sayOnStdout(line)
  },
})
sayOnStdout(said ? 'Built into out/.' : 'out/ is up to date.')
