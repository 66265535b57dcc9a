// Sets the folder up: installs when node_modules is not what the lock says, builds when out/ is stale.
import { existsSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { withLock } from './lock.js'
import { findNode } from './node.js'
import { installCache, modules, root, tool, workCache } from './places.js'
import { runQuietly } from './run.js'
import { filesBelow, isFresh, lockIsInstalled, stampOf, writeStamp } from './stamp.js'

/** @typedef {(line: string) => void} Say */

const lockfile = join(root, 'package-lock.json')
const installStamp = join(installCache, 'install.json')
const buildStamp = join(root, 'out', 'stamp.json')

/** Trouble that set-up can put in a sentence; the output of what failed goes with it. */
export class SetUpError extends Error {
  /** @param {string} sentence
   * @param {string} [output] */
  constructor(sentence, output = '') {
    super(sentence)
    this.output = output
  }
}

/** @type {Say} */
export const sayOnStdout = (line) => void process.stdout.write(`${line}\n`)
/** @type {Say} */
export const sayOnStderr = (line) => void process.stderr.write(`${line}\n`)

const sources = () =>
  ['src', 'electron.vite.config.ts', 'package-lock.json'].flatMap((name) =>
    filesBelow(join(root, name)),
  )

/** Does what is needed and nothing twice; a few milliseconds when all is there.
 * @param {{ say?: Say, build?: boolean }} [options] */
export async function setUp({ say = sayOnStdout, build = true } = {}) {
  const isDone = () => isInstalled() && (!build || isBuilt())
  if (isDone()) return
  const lock = join(workCache, 'setup.lock')
  await withLock(
    lock,
    () => say('Waiting for another set-up of this folder to finish …'),
    async () => {
      if (!isInstalled()) await install(say)
      if (build && !isBuilt()) await buildAll(say)
    },
  )
}

/** Like setUp, for a program: says what went wrong and ends.
 * @param {{ say?: Say, build?: boolean }} [options] */
export async function setUpOrExit(options) {
  try {
    await setUp(options)
  } catch (error) {
    reportAndExit(error)
  }
}

/** @param {unknown} error
 * @returns {never} */
export function reportAndExit(error) {
  if (error instanceof SetUpError && error.output !== '') process.stderr.write(`${error.output}\n`)
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  process.exit(1)
}

function isInstalled() {
  if (isFresh(installStamp, [lockfile])) return true
  // Somebody may have run npm by hand: what counts is what is there.
  const note = join(modules, '.package-lock.json')
  if (!existsSync(note)) return false
  if (!lockIsInstalled(readJson(lockfile), readJson(note))) return false
  writeStamp(installStamp, stampOf([lockfile]))
  return true
}

const isBuilt = () => isFresh(buildStamp, sources())

/** For whoever is about to put something else into out/. */
export const forgetBuild = () => rmSync(buildStamp, { force: true })

/** @param {Say} say */
async function install(say) {
  say('Installing packages (about a minute, once) …')
  const { code, output } = await runQuietly('npm', installArguments(), {
    cwd: root,
    shell: process.platform === 'win32',
  })
  if (code !== 0) {
    throw new SetUpError(
      'The packages could not be installed (npm says why above). ' +
        'Check the network connection and try again.',
      output.trimEnd(),
    )
  }
  writeStamp(installStamp, stampOf([lockfile]))
}

/** `npm ci` begins by deleting node_modules, and Windows cannot delete the Node that runs this. */
function installArguments() {
  const runsFromModules = process.platform === 'win32' && process.execPath.startsWith(modules)
  // Said explicitly: NODE_ENV=production would leave out what the build needs.
  const include = ['--include=dev', '--include=optional']
  return [runsFromModules ? 'install' : 'ci', ...include, '--no-audit', '--no-fund']
}

/** @param {Say} say */
async function buildAll(say) {
  say('Building (a few seconds) …')
  const stamp = stampOf(sources())
  forgetBuild()
  const { code, output } = await runQuietly(
    findNode(),
    [tool('electron-vite', 'bin/electron-vite.js'), 'build', '--logLevel', 'warn'],
    { cwd: root },
  )
  if (code !== 0) throw new SetUpError('The build failed (its output is above).', output.trimEnd())
  writeStamp(buildStamp, stamp)
}

/** @param {string} path */
const readJson = (path) => JSON.parse(readFileSync(path, 'utf8'))
