// A folder for as long as this process lives; those of processes that were killed are cleared away by the next one.
import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs'
import { hostname, tmpdir } from 'node:os'
import { join } from 'node:path'
import { digestText } from '../core/base/digest.ts'

/** `name`: of its kind, in small letters and hyphens. Whoever makes it removes it. */
export function makePassingFolder(name: string, root: string = tmpdir()): string {
  const ours = `${name}-${hostDigits()}`
  try {
    clearLeft(ours, root)
  } catch {
    // A folder that cannot be looked through can be written to all the same.
  }
  return mkdtempSync(join(root, `${ours}-${process.pid}-`))
}

/** Numbers of processes are told by their machine, or by their container, alone. */
const hostDigits = () => digestText(hostname()).slice(0, 8)

function clearLeft(ours: string, root: string): void {
  const pattern = new RegExp(`^${ours}-(\\d+)-[^-]+$`)
  for (const entry of readdirSync(root)) {
    const pid = Number(pattern.exec(entry)?.[1])
    if (!pid) continue
    const path = join(root, entry)
    try {
      if (pid === process.pid ? isYounger(path) : isAlive(pid)) continue
      rmSync(path, { recursive: true, force: true })
    } catch {
      // It is somebody else's.
    }
  }
}

/** Than this process: in a container that starts again all have the same number. */
const isYounger = (path: string): boolean =>
  statSync(path).ctimeMs >= Date.now() - process.uptime() * 1000

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}
