// Another voice may speak what the book's own cannot: whether it may, and which segments it was.
import type { Migration } from '../migrate.ts'

// fallback_voice is part of the document. fallback_of is derived: the recipe of the book's own voice that
// has failed there; it counts only as long as the segment would be asked for in the same way.
export const projects0004: Migration = {
  version: 4,
  sql: `
ALTER TABLE projects ADD COLUMN fallback_voice TEXT;
ALTER TABLE segments ADD COLUMN fallback_of TEXT;
`,
}
