// What a book is about, as its finished files tell it.
import type { Migration } from '../migrate.ts'

export const projects0015: Migration = {
  version: 15,
  sql: `
ALTER TABLE projects ADD COLUMN description TEXT;
`,
}
