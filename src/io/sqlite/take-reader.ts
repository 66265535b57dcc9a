// Reads stored sound for the codec children, which run in processes of their own.
import { crc32 } from 'node:zlib'
import { fail } from '../../core/base/failure-error.ts'
import { openForReading } from './database.ts'
import { failureFromSqlite, isDamaged } from './sqlite-failure.ts'
import { takeReaderStatements } from './statements/take-statements.ts'

export type TakeReader = {
  /**
   * The take's FLAC, whole and checked; null when it is not there. Fails with `take-damaged`
   * (params: takeId): the studio then drops the take and has it spoken again.
   */
  flac(takeId: string): Uint8Array | null
  close(): void
}

/** Opens takes.db beside its writer. Fails with `data-damaged`, `folder-not-writable`. */
export function openTakeReader(takesDatabasePath: string): TakeReader {
  const database = openForReading(takesDatabasePath)
  const prepared = database.prepare(takeReaderStatements)
  return {
    flac(takeId) {
      const row = readRow(takeId)
      if (!row) return null
      if (crc32(row.flac) !== row.crc)
        throw fail('take-damaged', { takeId }, 'the checksum differs')
      return row.flac
    },
    close: () => database.close(),
  }

  function readRow(takeId: string) {
    try {
      return prepared.flac.get({ id: takeId })
    } catch (error) {
      if (isDamaged(error)) throw fail('take-damaged', { takeId }, String(error))
      throw failureFromSqlite(error, takesDatabasePath)
    }
  }
}
