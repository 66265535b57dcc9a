// Where previews rest that the data folder has no room for: the system's temporary folder, while we run.
import { mkdirSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { makePassingFolder } from '../passing-folder.ts'
import { FailureError } from '../../core/base/failure-error.ts'

/** A preview is some seconds of sound; what was heard long ago is made again. */
const mostKept = 200

export type SparePreviews = {
  /** A place for the preview of this name; its folder is there. */
  placeFor(name: string): string
  /** Where it rests; null where it does not. */
  find(name: string): string | null
  /** Removes them all. */
  close(): void
}

export function createSparePreviews(): SparePreviews {
  let folder: string | null = null
  const kept = new Map<string, string>()
  return {
    placeFor(name) {
      folder ??= makePassingFolder('lectern-previews')
      for (const [old, path] of [...kept].slice(0, Math.max(0, kept.size + 1 - mostKept))) {
        rmSync(path, { force: true })
        kept.delete(old)
      }
      const path = join(folder, name)
      mkdirSync(dirname(path), { recursive: true })
      kept.set(name, path)
      return path
    },
    find: (name) => kept.get(name) ?? null,
    close() {
      if (folder !== null) rmSync(folder, { recursive: true, force: true })
      folder = null
      kept.clear()
    },
  }
}

/** Whether something could only not be written. */
export const isWithoutRoom = (error: unknown): boolean =>
  error instanceof FailureError && ['disk-full', 'folder-not-writable'].includes(error.failure.code)
