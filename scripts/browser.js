// Finds a Chromium for the end-to-end tests, or provides one.
import { existsSync, readdirSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { findNode } from './node.js'
import { tool } from './places.js'
import { runQuietly } from './run.js'
import { aptInstall } from './system-packages.js'

/** The executable of a browser that starts. Throws a sentence when there is none to be had.
 * @param {(line: string) => void} say
 * @returns {Promise<string>} */
export async function provideBrowser(say) {
  const named = process.env.CHROMIUM_PATH
  if (named) {
    if (await starts(named)) return named
    throw new Error(`CHROMIUM_PATH names ${named}, which does not start.`)
  }
  const shell = await firstThatStarts([...playwrightBrowsers(), ...systemShells()])
  if (shell !== null) return shell
  // It costs a quarter less than the browser that draws a window and shows none.
  if (await aptInstall(['chromium-headless-shell'], say)) {
    const installed = await firstThatStarts(systemShells())
    if (installed !== null) return installed
  }
  const found = await firstThatStarts(systemBrowsers())
  if (found !== null) return found

  say('Fetching a browser for the end-to-end tests …')
  await runQuietly(
    findNode(),
    [tool('playwright', 'cli.js'), 'install', '--only-shell', 'chromium'],
    {
      env: { ...process.env, PLAYWRIGHT_DOWNLOAD_CONNECTION_TIMEOUT: '15000' },
      timeoutMs: 5 * 60 * 1000,
    },
  )
  const fetched = await firstThatStarts(playwrightBrowsers())
  if (fetched !== null) return fetched

  if (await aptInstall(['chromium', 'fonts-liberation'], say)) {
    const installed = await firstThatStarts(systemBrowsers())
    if (installed !== null) return installed
  }
  throw new Error(
    'The end-to-end tests need Chromium, and it could be neither found nor fetched. ' +
      'Install Chrome, Chromium or Edge, or name one in CHROMIUM_PATH.',
  )
}

/** @param {readonly string[]} candidates */
async function firstThatStarts(candidates) {
  for (const path of candidates) if (existsSync(path) && (await starts(path))) return path
  return null
}

/** A browser without its libraries is as good as none. Windows opens a window for --version.
 * @param {string} path */
async function starts(path) {
  if (process.platform === 'win32') return existsSync(path)
  return (await runQuietly(path, ['--version'], { timeoutMs: 15_000 })).code === 0
}

/** What Playwright has downloaded before, newest first.
 * @returns {string[]} */
function playwrightBrowsers() {
  const caches = {
    darwin: join(homedir(), 'Library', 'Caches', 'ms-playwright'),
    win32: join(process.env.LOCALAPPDATA ?? '', 'ms-playwright'),
  }
  const cache =
    process.env.PLAYWRIGHT_BROWSERS_PATH ??
    caches[/** @type {'darwin' | 'win32'} */ (process.platform)] ??
    join(homedir(), '.cache', 'ms-playwright')
  const names = ['chrome-headless-shell', 'headless_shell', 'chrome', 'Chromium']
  const isBrowser = (/** @type {string} */ name) =>
    names.includes(name.replace(/\.exe$/, '')) && !name.endsWith('.app')
  return listing(cache)
    .filter((name) => name.startsWith('chromium'))
    .sort()
    .reverse()
    .flatMap((name) => listing(join(cache, name)).map((platform) => join(cache, name, platform)))
    .flatMap((folder) => [folder, join(folder, 'Chromium.app', 'Contents', 'MacOS')])
    .flatMap((folder) =>
      listing(folder)
        .filter(isBrowser)
        .map((name) => join(folder, name)),
    )
}

/** @param {string} folder */
const listing = (folder) => (existsSync(folder) ? readdirSync(folder) : [])

/** Debian's, which shows no window at all.
 * @returns {string[]} */
const systemShells = () =>
  process.platform === 'linux' ? ['/usr/lib/chromium/chromium-headless-shell'] : []

/** Debian's own binary comes before its wrapper, which adds flags and complains.
 * @returns {string[]} */
function systemBrowsers() {
  if (process.platform === 'darwin') {
    return ['Google Chrome', 'Chromium', 'Microsoft Edge'].map(
      (name) => `/Applications/${name}.app/Contents/MacOS/${name}`,
    )
  }
  if (process.platform === 'win32') {
    return [process.env['ProgramFiles'], process.env['ProgramFiles(x86)'], process.env.LOCALAPPDATA]
      .filter((folder) => folder !== undefined)
      .flatMap((folder) => [
        join(folder, 'Google', 'Chrome', 'Application', 'chrome.exe'),
        join(folder, 'Microsoft', 'Edge', 'Application', 'msedge.exe'),
      ])
  }
  return [
    '/usr/lib/chromium/chromium',
    '/usr/lib/chromium-browser/chromium-browser',
    '/opt/google/chrome/chrome',
    '/usr/bin/chromium',
    '/usr/bin/chromium-browser',
    '/usr/bin/google-chrome',
    '/usr/bin/microsoft-edge',
  ]
}
