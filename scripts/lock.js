// One set-up at a time: a lock file that says who holds it and that its holder keeps fresh.
import { hostname } from 'node:os'
import { dirname } from 'node:path'
import {
  linkSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'

const beatMs = 1000
/** Whoever has not touched its lock for so long is gone, whatever its process id says. */
const staleAfterMs = 15_000

/** Runs `work` while no other process holds the lock; `onWait` is called once when we have to wait.
 * @template T
 * @param {string} path
 * @param {() => void} onWait
 * @param {() => Promise<T>} work
 * @returns {Promise<T>} */
export async function withLock(path, onWait, work) {
  mkdirSync(dirname(path), { recursive: true })
  let told = false
  while (!take(path)) {
    if (isAbandoned(path)) {
      steal(path)
      continue
    }
    if (!told) onWait()
    told = true
    await sleep(200)
  }
  const beat = setInterval(() => touch(path), beatMs)
  const release = () => rmSync(path, { force: true })
  // Covers process.exit in the middle of the work; a kill leaves a lock that `isAbandoned` sees.
  process.on('exit', release)
  try {
    return await work()
  } finally {
    clearInterval(beat)
    process.off('exit', release)
    release()
  }
}

/** @param {string} path */
function take(path) {
  try {
    writeFileSync(path, `${process.pid}\n${hostname()}\n`, { flag: 'wx' })
    return true
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false
    throw error
  }
}

/** Whether the holder is gone: its process on this machine has ended, or it no longer shows a pulse.
 * @param {string} path */
export function isAbandoned(path) {
  try {
    const [pid, host] = readFileSync(path, 'utf8').split('\n')
    if (Date.now() - statSync(path).mtimeMs > staleAfterMs) return true
    return host === hostname() && Number(pid) > 0 && !isAlive(Number(pid))
  } catch {
    return false
  }
}

/** Of several that find an abandoned lock only one can rename it away; who was too late and caught
 * the lock of a living one gives it back.
 * @param {string} path */
function steal(path) {
  const aside = `${path}.${process.pid}`
  try {
    renameSync(path, aside)
    if (!isAbandoned(aside)) linkSync(aside, path)
  } catch {
    // another was faster
  }
  rmSync(aside, { force: true })
}

/** @param {number} pid */
function isAlive(pid) {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return codeOf(error) === 'EPERM'
  }
}

/** @param {string} path */
function touch(path) {
  try {
    utimesSync(path, new Date(), new Date())
  } catch {
    // Removed by hand: the work goes on, the next one takes its own lock.
  }
}

/** @param {unknown} error */
const codeOf = (error) => /** @type {NodeJS.ErrnoException} */ (error).code
