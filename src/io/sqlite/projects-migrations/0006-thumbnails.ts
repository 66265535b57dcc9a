// A cover made small, once, for where it is shown small.
import type { Migration } from '../migrate.ts'

// A table of its own: a column behind a cover's bytes is read through all of them. Books from before have none.
export const projects0006: Migration = {
  version: 6,
  sql: `
CREATE TABLE thumbnails (
  project_id TEXT NOT NULL PRIMARY KEY REFERENCES projects (id) ON DELETE CASCADE,
  key TEXT NOT NULL,
  media_type TEXT NOT NULL,
  bytes BLOB NOT NULL
) STRICT;
`,
}
