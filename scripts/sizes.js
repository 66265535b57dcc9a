// `node scripts/sizes.js FOLDER`: what the app that was packed there takes beyond Electron, held to its budget.
import './guard.js'
import { existsSync, readdirSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { noticesName } from './notices.js'
import { reportAndExit, sayOnStdout as say } from './setup.js'

/**
 * In bytes, for each system and processor. Linux x64 is measured by the tests: 98 MB for all systems alike, 175 for
 * the codecs, 33 for the engine of the neural voices. The others are what these parts may take there.
 * @type {Readonly<Record<string, number>>}
 */
const budgets = {
  'linux-x64': 320e6,
  'linux-arm64': 320e6,
  'darwin-x64': 320e6,
  'darwin-arm64': 320e6,
  // Codecs in WASM alone (docs/decisions/0009), which are among the 98 MB.
  'win32-x64': 180e6,
  // No engine of neural voices is published for it.
  'win32-arm64': 290e6,
}

/** What is ours in the resources of an app, each part with its size in bytes.
 * @param {string} resources
 * @returns {Record<string, number>} */
function sizesIn(resources) {
  const parts = ['app.asar', 'app.asar.unpacked', noticesName]
  return Object.fromEntries(parts.map((part) => [part, sizeOf(join(resources, part))]))
}

/** @param {string} path
 * @returns {number} */
function sizeOf(path) {
  const stats = statSync(path)
  if (!stats.isDirectory()) return stats.size
  return readdirSync(path).reduce((sum, name) => sum + sizeOf(join(path, name)), 0)
}

/** Where each of electron-builder's systems has its resources, below the folder it packs into.
 * @param {string} folder
 * @returns {string} */
function resourcesBelow(folder) {
  const found = readdirSync(folder)
    .flatMap((name) => [
      join(folder, name, 'resources'),
      join(folder, name, 'Lectern.app', 'Contents', 'Resources'),
    ])
    .filter((path) => existsSync(join(path, 'app.asar')))
  const [only] = found
  if (only === undefined || found.length > 1)
    throw new Error(`There are ${found.length} packed apps in ${folder}, and there should be one.`)
  return only
}

/** Prints the sizes, keeps them in the folder, and answers whether they are within the budget.
 * @param {string} folder */
function hold(folder) {
  const target = `${process.platform}-${process.arch}`
  const budget = budgets[target]
  if (budget === undefined) throw new Error(`There is no budget for ${target}.`)
  const parts = sizesIn(resourcesBelow(folder))
  const bytes = Object.values(parts).reduce((sum, size) => sum + size, 0)
  writeFileSync(
    join(folder, `sizes-${target}.json`),
    `${JSON.stringify({ target, bytes, budget, parts }, null, 2)}\n`,
  )
  for (const [part, size] of Object.entries(parts)) say(`  ${part}: ${megabytes(size)}`)
  say(`${target}: ${megabytes(bytes)} beyond Electron, of ${megabytes(budget)}`)
  return bytes <= budget
}

/** @param {number} bytes */
const megabytes = (bytes) => `${(bytes / 1e6).toFixed(1)} MB`

try {
  const folder = process.argv[2]
  if (folder === undefined) throw new Error('Which folder? node scripts/sizes.js FOLDER')
  if (!hold(folder)) throw new Error('That is more than it may be.')
} catch (error) {
  reportAndExit(error)
}
