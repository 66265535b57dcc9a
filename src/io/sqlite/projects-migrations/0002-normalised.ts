// Segments keep the words as they are spoken beside what voices get that read numbers themselves.
import type { Migration } from '../migrate.ts'

// JSON of the parts and their map; null where a language's rules change nothing. Segments from before
// have none: their takes stay what they are until the text is edited.
export const projects0002: Migration = {
  version: 2,
  sql: `ALTER TABLE segments ADD COLUMN normalised TEXT;`,
}
