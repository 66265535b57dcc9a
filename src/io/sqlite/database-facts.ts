// How a database is, looked at from beside: by a connection that only reads.
import { statSync } from 'node:fs'
import { openForReading } from './database.ts'

export type DatabaseFacts = {
  /** Which migrations have made it; null where it cannot be read. */
  version: number | null
  bytes: number
  /** Of them, what is free inside for what comes. */
  freeBytes: number | null
  /** `ok`, or the first thing that SQLite complains of. */
  check: string
}

/** Reads the whole file, as `PRAGMA quick_check` does; fails with nothing: what is wrong is an answer. */
export function databaseFacts(path: string): DatabaseFacts {
  const bytes = statSync(path, { throwIfNoEntry: false })?.size ?? 0
  try {
    const database = openForReading(path)
    try {
      return {
        version: Number(database.pragma('user_version')),
        bytes,
        freeBytes: Number(database.pragma('freelist_count')) * Number(database.pragma('page_size')),
        check: String(database.pragma('quick_check(1)')),
      }
    } finally {
      database.close()
    }
  } catch (error) {
    return { version: null, bytes, freeBytes: null, check: String(error) }
  }
}
