// What SQLite and the disk say, as failures that a person can act on.
import { basename, dirname } from 'node:path'
import { FailureError, fail } from '../../core/base/failure-error.ts'

const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : ''

const damaged = ['SQLITE_NOTADB', 'SQLITE_CORRUPT', 'SQLITE_FORMAT', 'SQLITE_SCHEMA']
/** The shared-memory file of the log is grown before anything is written: it meets a full disk first. */
const full = ['SQLITE_FULL', 'SQLITE_IOERR_SHMSIZE', 'ENOSPC', 'EDQUOT']
const denied = ['SQLITE_CANTOPEN', 'SQLITE_READONLY', 'SQLITE_PERM', 'EACCES', 'EPERM', 'EROFS']

/** Whether another connection holds what was wanted. */
export const isBusy = (error: unknown): boolean => codeOf(error).startsWith('SQLITE_BUSY')

/** Whether the tables do not take what was to be written: it is not of their shape. */
export const isRefused = (error: unknown): boolean => {
  const code = codeOf(error)
  return ['SQLITE_CONSTRAINT', 'SQLITE_MISMATCH'].some((known) => code.startsWith(known))
}

/** Whether the pages that were read make no sense. */
export const isDamaged = (error: unknown): boolean =>
  damaged.some((code) => codeOf(error).startsWith(code))

/** The error to throw on: expected trouble worded by its code, everything else as it came. */
export function failureFromSqlite(error: unknown, path: string): unknown {
  if (error instanceof FailureError) return error
  const code = codeOf(error)
  const detail = error instanceof Error ? `${code} ${error.message}` : code
  const folder = dirname(path)
  if (isDamaged(error)) return fail('data-damaged', { name: basename(path) }, detail)
  if (full.some((known) => code.startsWith(known))) return fail('disk-full', { folder }, detail)
  if (denied.some((known) => code.startsWith(known)))
    return fail('folder-not-writable', { folder }, detail)
  return error
}

/**
 * Why a migration failed: trouble of the disk by its own code, everything else as `data-not-updated` with the
 * name of the backup, or of the file itself where it has none.
 */
export function migrationFailure(error: unknown, path: string, backup: string | null): unknown {
  const known = failureFromSqlite(error, path)
  if (known instanceof FailureError) return known
  const name = basename(path)
  return fail('data-not-updated', { name, backup: backup ?? name }, String(error))
}

/** Runs what touches a database and words its trouble. */
export function worded<T>(path: string, work: () => T): T {
  try {
    return work()
  } catch (error) {
    throw failureFromSqlite(error, path)
  }
}
