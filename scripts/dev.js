// `npm run dev`: the studio with hot reload, in Electron where it is, else served to the browser.
import './guard.js'
import { electronExecutable, hasDisplay, whyNoWindow } from './electron.js'
import { findNode } from './node.js'
import { entries, root, tool } from './places.js'
import { runAttached } from './run.js'
import { forgetBuild, reportAndExit, sayOnStdout, setUp } from './setup.js'

try {
  await setUp({ build: false })
  forgetBuild()
  const node = findNode()
  const reason =
    whyNoWindow() ?? (electronExecutable() === null ? 'There is no Electron runtime here' : null)
  if (reason !== null) sayOnStdout(`${reason}: the studio runs in the browser.`)
  // electron-vite starts whatever this names, with the entry as its argument.
  const web = { ELECTRON_EXEC_PATH: node, ELECTRON_ENTRY: entries.web }
  const open = hasDisplay() ? ['--open'] : []
  process.exitCode = await runAttached(
    node,
    [
      tool('electron-vite', 'bin/electron-vite.js'),
      'dev',
      '--watch',
      ...(reason === null ? [] : ['--', ...open]),
      ...process.argv.slice(2),
    ],
    { cwd: root, env: reason === null ? process.env : { ...process.env, ...web } },
  )
} catch (error) {
  reportAndExit(error)
}
