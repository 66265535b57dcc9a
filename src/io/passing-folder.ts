// A folder for as long as this process lives; those of processes that were killed are cleared away by the next one.
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** `name`: of its kind, in small letters and hyphens. Whoever makes it removes it. */
export function makePassingFolder(name: string, root: string = tmpdir()): string {
  clearLeft(name, root)
  return mkdtempSync(join(root, `${name}-${process.pid}-`))
}

function clearLeft(name: string, root: string): void {
  const ours = new RegExp(`^${name}-(\\d+)-[^-]+$`)
  for (const entry of readdirSync(root)) {
    const pid = Number(ours.exec(entry)?.[1])
    // One of our own number is of an earlier life: in a container all have the same.
    if (!pid || (pid !== process.pid && isAlive(pid))) continue
    try {
      rmSync(join(root, entry), { recursive: true, force: true })
    } catch {
      // It is somebody else's.
    }
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}
