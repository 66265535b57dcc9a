// A disk of some megabytes, in memory, where this account may mount one.
import { execFileSync } from 'node:child_process'
import { closeSync, mkdirSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const megabytes = 64

const tryTo = (program: string, args: string[]): boolean => {
  try {
    execFileSync(program, args, { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}

export function mountSmallDisk(folder: string): boolean {
  mkdirSync(folder, { recursive: true })
  return tryTo('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m`, 'tmpfs', folder])
}

/** What still has a file open there keeps it until it ends. */
export const unmountSmallDisk = (folder: string): void => void tryTo('umount', ['--lazy', folder])

export function canMount(): boolean {
  const folder = mkdtempSync(join(tmpdir(), 'lectern-disk-'))
  const can = mountSmallDisk(folder)
  if (can) unmountSmallDisk(folder)
  rmSync(folder, { recursive: true, force: true })
  return can
}

/** Takes all that is free, to the last byte; the function gives it back. */
export function fillDisk(folder: string): () => void {
  const path = join(folder, 'filler')
  const file = openSync(path, 'w')
  for (let bytes = 1024 * 1024; bytes >= 1; bytes = Math.floor(bytes / 2)) {
    const block = Buffer.alloc(bytes)
    try {
      while (writeSync(file, block) > 0);
    } catch {
      // Smaller blocks may still find room.
    }
  }
  closeSync(file)
  return () => rmSync(path, { force: true })
}
