// How much of the disk each project's takes hold, without walking them.
import type { Migration } from '../migrate.ts'

// Kept by triggers: a take counts once for each project that refers to it, from when both are there until either
// is gone. References go all at once, with their project, and its weight with them: by a statement of its own.
export const takes0004: Migration = {
  version: 4,
  sql: `
CREATE TABLE weights (
  project_id TEXT NOT NULL PRIMARY KEY,
  bytes INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
INSERT INTO weights (project_id, bytes)
SELECT project_id, sum(bytes)
FROM (SELECT DISTINCT project_id, take_id FROM take_references) JOIN takes ON takes.id = take_id
GROUP BY project_id;

CREATE TRIGGER references_weighed AFTER INSERT ON take_references
WHEN NOT EXISTS (
  SELECT 1 FROM take_references
  WHERE project_id = NEW.project_id AND take_id = NEW.take_id AND segment_id <> NEW.segment_id)
BEGIN
  INSERT INTO weights (project_id, bytes)
  SELECT NEW.project_id, bytes FROM takes WHERE id = NEW.take_id
  ON CONFLICT (project_id) DO UPDATE SET bytes = weights.bytes + excluded.bytes;
END;
CREATE TRIGGER takes_weighed AFTER INSERT ON takes BEGIN
  INSERT INTO weights (project_id, bytes)
  SELECT DISTINCT project_id, NEW.bytes FROM take_references WHERE take_id = NEW.id
  ON CONFLICT (project_id) DO UPDATE SET bytes = weights.bytes + excluded.bytes;
END;
CREATE TRIGGER takes_unweighed AFTER DELETE ON takes BEGIN
  UPDATE weights SET bytes = bytes - OLD.bytes
  WHERE project_id IN (SELECT project_id FROM take_references WHERE take_id = OLD.id);
END;
`,
}
