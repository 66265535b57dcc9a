// How a database is, looked at from beside: by a connection that only reads.
import { statSync } from 'node:fs'
import { openForReading } from './database.ts'

export type DatabaseFacts = {
  /** Which migrations have made it; null where it cannot be read. */
  version: number | null
  bytes: number
  /** Of them, what is free inside for what comes. */
  freeBytes: number | null
}

/** Fails with nothing: what cannot be read is unknown. */
export function databaseFacts(path: string): DatabaseFacts {
  const bytes = statSync(path, { throwIfNoEntry: false })?.size ?? 0
  try {
    const database = openForReading(path)
    try {
      return {
        version: Number(database.pragma('user_version')),
        bytes,
        freeBytes: Number(database.pragma('freelist_count')) * Number(database.pragma('page_size')),
      }
    } finally {
      database.close()
    }
  } catch {
    return { version: null, bytes, freeBytes: null }
  }
}
