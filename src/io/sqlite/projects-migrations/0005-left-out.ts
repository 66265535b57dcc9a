// Lines that a book's reader left out, notes, their marks and where they are read, a book's series and editions.
import type { Migration } from '../migrate.ts'

// All of it is document. A line left out keeps what it would say, so that putting it back is one column.
// note_marks is JSON, a list of what the marks name. The index holds the lines left out alone.
export const projects0005: Migration = {
  version: 5,
  sql: `
ALTER TABLE projects ADD COLUMN series TEXT;
ALTER TABLE projects ADD COLUMN edition_of TEXT;
ALTER TABLE projects ADD COLUMN note_place TEXT NOT NULL DEFAULT 'apart';
ALTER TABLE segments ADD COLUMN left_out TEXT;
ALTER TABLE segments ADD COLUMN note_id TEXT;
ALTER TABLE segments ADD COLUMN note_marks TEXT;
CREATE INDEX segments_left_out ON segments (project_id, left_out, position) WHERE left_out IS NOT NULL;
CREATE INDEX segments_noted ON segments (project_id, position)
  WHERE note_id IS NOT NULL OR note_marks IS NOT NULL;
`,
}
