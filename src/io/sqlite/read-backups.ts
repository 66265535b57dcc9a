// What is in the backups: how many books each has, and whether one has more than the library.
import { join } from 'node:path'
import type { Backup } from '../../contract/index.ts'
import { backupsIn, type BackupFile } from './backups.ts'
import { openForReading } from './database.ts'
import { statement, type Nothing } from './statement.ts'

const counts = {
  books: statement<Nothing, { books: number }>(
    'SELECT count(*) AS books FROM projects WHERE complete = 1',
  ),
}

/** The newest first. */
export const readBackups = (folder: string): Backup[] =>
  backupsIn(folder).map((file) => readBackup(folder, file))

/** The newest one that has more books, or as many where those that are there lack chapters; null: none has. */
export function betterBackup(folder: string, books: number, lacks: boolean): Backup | null {
  const isBetter = (backup: Backup) =>
    backup.books !== null && (backup.books > books || (lacks && backup.books === books))
  for (const file of backupsIn(folder)) {
    const backup = readBackup(folder, file)
    if (isBetter(backup)) return backup
  }
  return null
}

function readBackup(folder: string, { name, at, bytes, cause }: BackupFile): Backup {
  return { name, at, bytes, cause, books: countBooks(join(folder, name)) }
}

function countBooks(path: string): number | null {
  try {
    const database = openForReading(path)
    try {
      return database.prepare(counts).books.get({})?.books ?? 0
    } finally {
      database.close()
    }
  } catch {
    return null
  }
}
