// What a person sets for a segment, a book's cast and its dictionary are part of its document.
import type { Migration } from '../migrate.ts'

// All JSON. `manner` has what is not usual and is null where all is; marks and speakers are found by the
// indexes on it. Cast and dictionary are null where there is none.
export const projects0010: Migration = {
  version: 10,
  sql: `
ALTER TABLE segments ADD COLUMN manner TEXT;
CREATE INDEX segments_marked ON segments (project_id, position) WHERE manner ->> '$.mark' IS NOT NULL;
ALTER TABLE projects ADD COLUMN cast_list TEXT;
ALTER TABLE projects ADD COLUMN dictionary TEXT;
`,
}
