// Takes: what was spoken, its sound, its measurements, and who refers to it.
import type { Migration } from '../migrate.ts'

// `held` is 1 while something refers to the take, and always for a recording: such a take is never
// evicted. Sound and waveform have tables of their own so that the rows which are looked up lie close together.
// The tally is kept by triggers: statistics and the size limit never count rows.
export const takes0001: Migration = {
  version: 1,
  sql: `
CREATE TABLE takes (
  number INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  recipe TEXT,
  rendition INTEGER NOT NULL,
  voice TEXT NOT NULL,
  sample_rate INTEGER NOT NULL,
  samples INTEGER NOT NULL,
  audio_digest TEXT NOT NULL,
  bytes INTEGER NOT NULL,
  crc INTEGER NOT NULL,
  held INTEGER NOT NULL,
  created_at REAL NOT NULL,
  used_at REAL NOT NULL
) STRICT;
CREATE INDEX takes_by_recipe ON takes (recipe, rendition) WHERE recipe IS NOT NULL;
CREATE INDEX takes_unheld ON takes (used_at) WHERE held = 0;

CREATE TABLE sounds (
  take INTEGER PRIMARY KEY REFERENCES takes (number) ON DELETE CASCADE,
  flac BLOB NOT NULL
) STRICT;

CREATE TABLE analyses (
  take INTEGER PRIMARY KEY REFERENCES takes (number) ON DELETE CASCADE,
  version INTEGER NOT NULL,
  analysis TEXT NOT NULL
) STRICT;

CREATE TABLE waveforms (
  take INTEGER PRIMARY KEY REFERENCES takes (number) ON DELETE CASCADE,
  peaks BLOB NOT NULL
) STRICT;

-- By id, not by number: a reference outlives a damaged take until it is spoken again.
CREATE TABLE take_references (
  project_id TEXT NOT NULL,
  segment_id TEXT NOT NULL,
  take_id TEXT NOT NULL,
  PRIMARY KEY (project_id, take_id, segment_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX take_references_by_take ON take_references (take_id, project_id);

CREATE TABLE tally (
  only INTEGER PRIMARY KEY CHECK (only = 1),
  entries INTEGER NOT NULL DEFAULT 0,
  bytes INTEGER NOT NULL DEFAULT 0,
  hits INTEGER NOT NULL DEFAULT 0,
  misses INTEGER NOT NULL DEFAULT 0,
  evictions INTEGER NOT NULL DEFAULT 0,
  expiries INTEGER NOT NULL DEFAULT 0
) STRICT;
INSERT INTO tally (only) VALUES (1);

CREATE TRIGGER takes_added AFTER INSERT ON takes BEGIN
  UPDATE tally SET entries = entries + 1, bytes = bytes + NEW.bytes WHERE only = 1;
END;
CREATE TRIGGER takes_removed AFTER DELETE ON takes BEGIN
  UPDATE tally SET entries = entries - 1, bytes = bytes - OLD.bytes WHERE only = 1;
END;
`,
}
