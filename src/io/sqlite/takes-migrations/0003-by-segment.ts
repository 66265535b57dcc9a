// The takes of one segment are found at once.
import type { Migration } from '../migrate.ts'

export const takes0003: Migration = {
  version: 3,
  sql: `CREATE INDEX take_references_by_segment ON take_references (project_id, segment_id);`,
}
