// A library of before the system's places were used has all in one folder: what has a place of its own goes there.
import { cpSync, existsSync, mkdirSync, renameSync, rmSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'

/** `paths`: where things belong now. What is there already stays, and so does what it would replace. */
export function moveOut(root: string, paths: readonly string[]): void {
  for (const to of paths) {
    const from = join(root, basename(to))
    if (from === to || !existsSync(from) || existsSync(to)) continue
    mkdirSync(dirname(to), { recursive: true })
    try {
      renameSync(from, to)
    } catch {
      // Another disk.
      cpSync(from, to, { recursive: true, preserveTimestamps: true })
      rmSync(from, { recursive: true, force: true })
    }
  }
}
