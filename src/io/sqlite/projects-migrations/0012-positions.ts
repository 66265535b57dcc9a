// Rows behind one that is cut move by one place, all at once.
import type { Migration } from '../migrate.ts'

// A unique index is checked row by row: every row had to move twice, by way of negative places. That no two rows
// have one place is held by whoever moves them, and by the tests of both stores.
export const projects0012: Migration = {
  version: 12,
  sql: `
DROP INDEX segments_by_position;
CREATE INDEX segments_by_position ON segments (project_id, position);
`,
}
