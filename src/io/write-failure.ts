// What keeps a file of the data folder from being written → what a person can do about it.
import { fail, type FailureError } from '../core/base/failure-error.ts'

/** `disk-full` or `folder-not-writable`, naming the folder. */
export function writeFailure(error: unknown, folder: string): FailureError {
  const { code } = error as NodeJS.ErrnoException
  const isFull = code === 'ENOSPC' || code === 'EDQUOT'
  return fail(isFull ? 'disk-full' : 'folder-not-writable', { folder }, String(error))
}
