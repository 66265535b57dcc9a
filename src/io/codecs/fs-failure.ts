// What the file system says → what a person can do about it.
import { FailureError, fail } from '../../core/base/failure-error.ts'
import { knownFolder } from '../parts-folder.ts'

/** A FailureError naming the folder as a person knows it; errors that are none of the file system's pass unchanged. */
export function fsFailure(error: unknown, path: string): unknown {
  if (error instanceof FailureError) return error
  const folder = knownFolder(path)
  const { code, message } = error as NodeJS.ErrnoException
  switch (code) {
    case 'ENOSPC':
    case 'EDQUOT':
    case 'EFBIG':
      return fail('disk-full', { folder }, message)
    case 'ENOENT':
    case 'ENOTDIR':
      return fail('target-missing', { folder }, message)
    // EISDIR, EEXIST and EBUSY: the target is a folder, a file stands where a folder is to be, or another
    // program holds it.
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
    case 'EISDIR':
    case 'EEXIST':
    case 'EBUSY':
      return fail('folder-not-writable', { folder }, message)
    default:
      return error
  }
}
