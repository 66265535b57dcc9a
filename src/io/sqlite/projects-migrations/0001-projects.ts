// Projects: the documents, what a person changed in them, and what is derived and remembered beside them.
import type { Migration } from '../migrate.ts'

// A project is `complete` once its import has finished; before that nothing of it is seen, and what a
// crash left behind is removed when the database is opened.
// Derived: segments.take_id, state and microseconds; the counts of chapters follow them by triggers, so
// that the library and the progress never walk the segments. Whole microseconds add up exactly.
export const projects0001: Migration = {
  version: 1,
  sql: `
CREATE TABLE projects (
  id TEXT NOT NULL PRIMARY KEY,
  complete INTEGER NOT NULL DEFAULT 0,
  book_digest TEXT NOT NULL DEFAULT '',
  format TEXT NOT NULL DEFAULT '',
  title TEXT NOT NULL DEFAULT '',
  authors TEXT NOT NULL DEFAULT '[]',
  language TEXT NOT NULL DEFAULT '',
  cover TEXT NOT NULL DEFAULT 'null',
  voice TEXT NOT NULL DEFAULT '',
  warnings TEXT NOT NULL DEFAULT '[]',
  created_at REAL NOT NULL DEFAULT 0,
  opened_at REAL NOT NULL DEFAULT 0,
  revision INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX projects_by_book ON projects (book_digest, opened_at);

CREATE TABLE chapters (
  project_id TEXT NOT NULL REFERENCES projects (id) ON DELETE CASCADE,
  ordinal INTEGER NOT NULL,
  id TEXT NOT NULL,
  title TEXT NOT NULL,
  level INTEGER NOT NULL,
  matter TEXT NOT NULL,
  spoken INTEGER NOT NULL,
  words INTEGER NOT NULL,
  characters INTEGER NOT NULL,
  segments INTEGER NOT NULL,
  first_position INTEGER NOT NULL,
  ready INTEGER NOT NULL DEFAULT 0,
  stale INTEGER NOT NULL DEFAULT 0,
  skipped INTEGER NOT NULL DEFAULT 0,
  ready_microseconds INTEGER NOT NULL DEFAULT 0,
  PRIMARY KEY (project_id, ordinal),
  UNIQUE (project_id, id)
) STRICT, WITHOUT ROWID;

CREATE TABLE segments (
  number INTEGER PRIMARY KEY,
  project_id TEXT NOT NULL REFERENCES projects (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  id TEXT NOT NULL,
  chapter_id TEXT NOT NULL,
  block INTEGER NOT NULL,
  kind TEXT NOT NULL,
  pause_after TEXT NOT NULL,
  edited INTEGER NOT NULL DEFAULT 0,
  pinned_take_id TEXT,
  take_id TEXT,
  state TEXT NOT NULL CHECK (state IN ('waiting', 'ready', 'stale', 'skipped')),
  microseconds INTEGER NOT NULL DEFAULT 0,
  text TEXT NOT NULL,
  spoken TEXT NOT NULL,
  map TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX segments_by_position ON segments (project_id, position);
CREATE UNIQUE INDEX segments_by_id ON segments (project_id, id);

CREATE TRIGGER segments_added AFTER INSERT ON segments WHEN NEW.state <> 'waiting' BEGIN
  UPDATE chapters SET
    ready = ready + (NEW.state = 'ready'),
    stale = stale + (NEW.state = 'stale'),
    skipped = skipped + (NEW.state = 'skipped'),
    ready_microseconds = ready_microseconds + iif(NEW.state = 'ready', NEW.microseconds, 0)
  WHERE project_id = NEW.project_id AND id = NEW.chapter_id;
END;
CREATE TRIGGER segments_heard AFTER UPDATE OF state, microseconds ON segments
WHEN NEW.state <> OLD.state OR NEW.microseconds <> OLD.microseconds BEGIN
  UPDATE chapters SET
    ready = ready + (NEW.state = 'ready') - (OLD.state = 'ready'),
    stale = stale + (NEW.state = 'stale') - (OLD.state = 'stale'),
    skipped = skipped + (NEW.state = 'skipped') - (OLD.state = 'skipped'),
    ready_microseconds = ready_microseconds
      + iif(NEW.state = 'ready', NEW.microseconds, 0)
      - iif(OLD.state = 'ready', OLD.microseconds, 0)
  WHERE project_id = NEW.project_id AND id = NEW.chapter_id;
END;

CREATE TABLE covers (
  project_id TEXT NOT NULL PRIMARY KEY REFERENCES projects (id) ON DELETE CASCADE,
  media_type TEXT NOT NULL,
  bytes BLOB NOT NULL
) STRICT;

CREATE TABLE facts (
  project_id TEXT NOT NULL REFERENCES projects (id) ON DELETE CASCADE,
  undone INTEGER NOT NULL,
  sequence INTEGER NOT NULL,
  change TEXT NOT NULL,
  inverse TEXT NOT NULL,
  PRIMARY KEY (project_id, undone, sequence)
) STRICT, WITHOUT ROWID;

CREATE TABLE jobs (
  id TEXT NOT NULL PRIMARY KEY,
  open INTEGER NOT NULL,
  started_at REAL NOT NULL,
  job TEXT NOT NULL,
  request TEXT NOT NULL
) STRICT;
CREATE INDEX jobs_by_open ON jobs (open, started_at);

CREATE TABLE memory (
  key TEXT NOT NULL PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- Projects whose takes are still to be released in the other database.
CREATE TABLE removed_projects (id TEXT NOT NULL PRIMARY KEY) STRICT, WITHOUT ROWID;
`,
}
