// Which Node runs Lectern: 24, from the platform package that npm installs, or the one running now.
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { modules } from './places.js'

/** better-sqlite3 crashes without a word on a Node older than it was built for. */
export const wantedMajor = 24

const runningMajor = Number(process.versions.node.split('.')[0])

const runsOnWantedNode = runningMajor === wantedMajor

/** The path that the platform's package keeps Node under, or null where there is no such package.
 * @param {string} platform
 * @param {string} arch */
export function packagedNode(platform, arch) {
  const known = ['linux-x64', 'linux-arm64', 'win-x64']
  const name = `${platform === 'win32' ? 'win' : platform}-${arch}`
  if (!known.includes(name)) return null
  return join(modules, `node-${name}`, 'bin', platform === 'win32' ? 'node.exe' : 'node')
}

/** The Node to run Lectern with. Throws a sentence when there is none. */
export function findNode() {
  if (runsOnWantedNode) return process.execPath
  const packaged = packagedNode(process.platform, process.arch)
  if (packaged !== null && existsSync(packaged)) return packaged
  if (runningMajor > wantedMajor) return process.execPath
  throw new Error(
    packaged === null
      ? `Lectern runs on Node ${wantedMajor} or newer and this is Node ${process.versions.node}. ` +
          `Install Node ${wantedMajor} from https://nodejs.org and try again.`
      : `Node ${wantedMajor} should have come with the packages but is not at ${packaged}. ` +
          'Delete the folder node_modules and try again.',
  )
}
