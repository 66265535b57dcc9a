// What is asked of a person's sound file before anything takes memory for it.
import { statSync } from 'node:fs'
import { basename } from 'node:path'
import { fail } from '../../core/base/failure-error.ts'

/** How large it is. Fails with `file-missing`, `file-unreadable` for what is no file, and `file-empty`. */
export function soundFileBytes(path: string): number {
  const name = basename(path)
  const found = statSync(path, { throwIfNoEntry: false })
  if (!found) throw fail('file-missing', { name })
  if (!found.isFile()) throw fail('file-unreadable', { name }, 'not a file')
  if (found.size === 0) throw fail('file-empty', { name })
  return found.size
}

/** Rate in Hz. A damaged head may tell anything; memory is taken by the second. */
export const isPlausible = (sampleRate: number, channels: number): boolean =>
  sampleRate >= 1000 && sampleRate <= 1_000_000 && channels >= 1 && channels <= 64
