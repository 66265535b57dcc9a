// Books are put away, taken out of the library, and given other covers.
import type { Migration } from '../migrate.ts'

// archived_at and removed_at: milliseconds since the epoch; null where it stands on the shelf. A removed book is
// seen by nobody and kept whole until it is dropped for good.
// pictures: the covers that a person chose, and both kinds made small, by the digest of their bytes. All of them
// stay as long as the book: its history may bring any of them back. Pictures of imports stay where they are.
export const projects0011: Migration = {
  version: 11,
  sql: `
ALTER TABLE projects ADD COLUMN archived_at REAL;
ALTER TABLE projects ADD COLUMN removed_at REAL;
CREATE TABLE pictures (
  project_id TEXT NOT NULL REFERENCES projects (id) ON DELETE CASCADE,
  key TEXT NOT NULL,
  media_type TEXT NOT NULL,
  bytes BLOB NOT NULL,
  PRIMARY KEY (project_id, key)
) STRICT;
`,
}
