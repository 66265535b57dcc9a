// How a book is mastered is part of its document.
import type { Migration } from '../migrate.ts'

// JSON; books from before have none, and sound as every book does at first.
export const projects0007: Migration = {
  version: 7,
  sql: 'ALTER TABLE projects ADD COLUMN sound TEXT;',
}
