// Rows remember whether the sound that is heard there was flagged, so that the next one is found at once.
import type { Migration } from '../migrate.ts'

// Derived, as `state` is; the counts of chapters follow by a trigger. The index holds flagged rows alone.
export const projects0003: Migration = {
  version: 3,
  sql: `
ALTER TABLE segments ADD COLUMN flagged INTEGER NOT NULL DEFAULT 0 CHECK (flagged IN (0, 1));
ALTER TABLE chapters ADD COLUMN flagged INTEGER NOT NULL DEFAULT 0;
CREATE INDEX segments_flagged ON segments (project_id, position) WHERE flagged = 1;
CREATE TRIGGER segments_flagging AFTER UPDATE OF flagged ON segments
WHEN NEW.flagged <> OLD.flagged BEGIN
  UPDATE chapters SET flagged = flagged + NEW.flagged - OLD.flagged
  WHERE project_id = NEW.project_id AND id = NEW.chapter_id;
END;
`,
}
