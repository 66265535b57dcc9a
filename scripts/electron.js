// The Electron runtime: is it here, would it start here, and fetching it once.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { findNode } from './node.js'
import { installCache, modules } from './places.js'
import { runAttached } from './run.js'

const folder = join(modules, 'electron')
const memory = join(installCache, 'electron.json')
const forgetAfterMs = 24 * 60 * 60 * 1000
const answerWithinMs = 4000
const fetchWithinMs = 10 * 60 * 1000

/** The runtime's executable, or null. Never by `require('electron')`: that starts a download.
 * @returns {string | null} */
export function electronExecutable() {
  const named = process.env.ELECTRON_EXEC_PATH
  if (named) return existsSync(named) ? named : null
  const pathFile = join(folder, 'path.txt')
  const dist = process.env.ELECTRON_OVERRIDE_DIST_PATH ?? join(folder, 'dist')
  const name = existsSync(pathFile) ? readFileSync(pathFile, 'utf8') : 'electron'
  const executable = join(dist, name)
  return existsSync(executable) ? executable : null
}

/** Whether a window can be shown.
 * @param {NodeJS.Platform} platform
 * @param {NodeJS.ProcessEnv} env */
export const hasDisplay = (platform = process.platform, env = process.env) =>
  platform === 'win32' || platform === 'darwin' || Boolean(env.DISPLAY || env.WAYLAND_DISPLAY)

/** Why no window can be opened on this machine, in words for people, or null when one can.
 * @returns {string | null} */
export function whyNoWindow() {
  if (!hasDisplay()) return 'There is no display here'
  // Electron refuses root, and without its sandbox the studio would not be safe.
  if (process.platform === 'linux' && process.getuid?.() === 0)
    return 'Electron does not run as root'
  return null
}

/** The runtime, fetched when that is possible; else why it is not there.
 * @param {(line: string) => void} say
 * @returns {Promise<{ executable: string } | { reason: string }>} */
export async function provideElectron(say) {
  const executable = electronExecutable()
  if (executable !== null) return { executable }
  const hint = '`npx install-electron` fetches it'
  const version = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')).version
  if (failedRecently(version))
    return { reason: `The Electron runtime could not be fetched lately (${hint})` }
  say(`Fetching the Electron runtime ${version} (about 110 MB, once) …`)
  const fetched = (await answers()) && (await install())
  const found = electronExecutable()
  if (fetched && found !== null) return { executable: found }
  remember(version)
  return { reason: `The Electron runtime could not be fetched (later: ${hint})` }
}

/** Whether the place the runtime comes from answers soon: the installer itself would try for long. */
async function answers() {
  const mirror = process.env.ELECTRON_MIRROR ?? process.env.npm_config_electron_mirror
  try {
    await fetch(mirror ?? 'https://github.com/electron/electron/releases', {
      method: 'HEAD',
      signal: AbortSignal.timeout(answerWithinMs),
    })
    return true
  } catch {
    // A proxy is the installer's business: let it try.
    return Boolean(process.env.HTTPS_PROXY ?? process.env.https_proxy)
  }
}

async function install() {
  const code = await runAttached(findNode(), [join(folder, 'install.js')], {
    timeoutMs: fetchWithinMs,
  })
  return code === 0
}

/** @param {string} version */
function failedRecently(version) {
  try {
    const { version: tried, at } = JSON.parse(readFileSync(memory, 'utf8'))
    return tried === version && Date.now() - at < forgetAfterMs
  } catch {
    return false
  }
}

/** @param {string} version */
function remember(version) {
  mkdirSync(installCache, { recursive: true })
  writeFileSync(memory, JSON.stringify({ version, at: Date.now() }))
}
