// Books in other languages: what each row was translated from, and of which book the whole is a translation.
import type { Migration } from '../migrate.ts'

export const projects0014: Migration = {
  version: 14,
  sql: `
ALTER TABLE segments ADD COLUMN original TEXT;
ALTER TABLE projects ADD COLUMN translation_of TEXT;
`,
}
