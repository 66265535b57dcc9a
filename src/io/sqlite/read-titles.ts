// Titles and authors of the library, read beside whoever has it open: a report of trouble leaves them out.
import { existsSync } from 'node:fs'
import { openForReading } from './database.ts'
import { statement, type Nothing } from './statement.ts'

const books = {
  all: statement<Nothing, { title: string; authors: string }>(
    'SELECT title, authors FROM projects',
  ),
}

/** Null where they cannot be read. `path`: of projects.db. */
export function readTitles(path: string): string[] | null {
  if (!existsSync(path)) return []
  try {
    const database = openForReading(path)
    try {
      return database
        .prepare(books)
        .all.all({})
        .flatMap(({ title, authors }) => [title, ...(JSON.parse(authors) as string[])])
    } finally {
      database.close()
    }
  } catch {
    return null
  }
}
