// `npm run package`: sets up, builds, and makes this platform's installers by electron-builder.yml.
import './guard.js'
import { packageVersion } from './changelog.js'
import { feedWords } from './feed.js'
import { findNode } from './node.js'
import { root, tool } from './places.js'
import { runAttached } from './run.js'
import { reportAndExit, sayOnStderr, setUp } from './setup.js'
import { missingForSigning, withoutEmpty } from './signing.js'

try {
  const feed = feedWords(process.env, packageVersion())
  for (const line of missingForSigning(process.platform, process.env)) sayOnStderr(line)
  if (feed.length === 0) sayOnStderr('No update feed: LECTERN_UPDATE_URL is not set.')
  await setUp()
  process.exitCode = await runAttached(
    findNode(),
    [tool('electron-builder', 'cli.js'), '--publish', 'never', ...feed, ...process.argv.slice(2)],
    { cwd: root, env: withoutEmpty(process.env) },
  )
  if (process.exitCode !== 0)
    sayOnStderr(
      'No installer was made. The first time, electron-builder fetches Electron and its tools from ' +
        'GitHub: check the network, or give a folder with Electron by -c.electronDist=FOLDER.',
    )
} catch (error) {
  reportAndExit(error)
}
