// Takes keep what seems to be wrong with them, until a person has heard and kept them.
import type { Migration } from '../migrate.ts'

// JSON of a list. It is judged against the text once, when the take is kept, and so is no analysis.
export const takes0002: Migration = {
  version: 2,
  sql: `ALTER TABLE takes ADD COLUMN flags TEXT NOT NULL DEFAULT '[]';`,
}
