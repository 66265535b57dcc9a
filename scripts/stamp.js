// Tells what is stale: is node_modules what package-lock.json says, is out/ built from these sources?
import { createHash } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** @typedef {{ quick: string, content: string }} Stamp */

/** A file with its size and time, which is enough to see that nothing changed.
 * @param {string} path */
function quickLine(path) {
  const { size, mtimeMs } = statSync(path)
  return `${path} ${size} ${mtimeMs}`
}

/** All files below a path (or the path itself), sorted; hidden ones and notes do not count.
 * @param {string} path
 * @returns {string[]} */
export function filesBelow(path) {
  const stats = statSync(path, { throwIfNoEntry: false })
  if (stats === undefined) return []
  if (stats.isFile()) return [path]
  return readdirSync(path, { withFileTypes: true })
    .filter((entry) => !entry.name.startsWith('.') && !entry.name.endsWith('.md'))
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const inner = join(path, entry.name)
      return entry.isDirectory() ? filesBelow(inner) : [inner]
    })
}

/** @param {readonly string[]} files */
const quickOf = (files) => digest(files.map(quickLine).join('\n'))

/** @param {readonly string[]} files */
function contentOf(files) {
  const hash = createHash('sha256')
  for (const file of files) hash.update(`${file}\0`).update(readFileSync(file)).update('\0')
  return hash.digest('hex')
}

/** @param {string} text */
const digest = (text) => createHash('sha256').update(text).digest('hex')

/** What the files are now.
 * @param {readonly string[]} files
 * @returns {Stamp} */
export const stampOf = (files) => ({ quick: quickOf(files), content: contentOf(files) })

/** Whether the files are still what the stamp says. Sizes and times are looked at first; where only
 * those differ (a fresh checkout, a touch), the contents decide and the stamp is renewed.
 * @param {string} stampFile
 * @param {readonly string[]} files */
export function isFresh(stampFile, files) {
  const stamp = readStamp(stampFile)
  if (stamp === null) return false
  const quick = quickOf(files)
  if (stamp.quick === quick) return true
  if (stamp.content !== contentOf(files)) return false
  writeStamp(stampFile, { quick, content: stamp.content })
  return true
}

/** @param {string} file
 * @returns {Stamp | null} */
function readStamp(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    return null
  }
}

/** A stamp saves time and nothing else: where it cannot be written, all still works.
 * @param {string} file
 * @param {Stamp} stamp */
export function writeStamp(file, stamp) {
  try {
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, JSON.stringify(stamp))
  } catch {
    // read-only folder
  }
}

/** @typedef {{ version?: string, integrity?: string, optional?: boolean }} LockedPackage */
/** @typedef {{ packages?: Record<string, LockedPackage> }} Lockfile */

/** Whether npm's own note of what it installed satisfies the lock file. Optional packages may be
 * absent: they belong to other platforms.
 * @param {Lockfile} wanted
 * @param {Lockfile} present */
export function lockIsInstalled(wanted, present) {
  return Object.entries(wanted.packages ?? {}).every(([name, locked]) => {
    if (name === '') return true
    const found = present.packages?.[name]
    if (found === undefined) return locked.optional === true
    return found.version === locked.version && found.integrity === locked.integrity
  })
}
