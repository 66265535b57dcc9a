// A book's music and effects are part of its document.
import type { Migration } from '../migrate.ts'

// JSON; null where there is none.
export const projects0008: Migration = {
  version: 8,
  sql: 'ALTER TABLE projects ADD COLUMN music TEXT;',
}
