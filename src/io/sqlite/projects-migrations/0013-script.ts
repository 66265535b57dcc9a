// Answers of language models, whichever book they were asked for, and what a person has dismissed of them.
import type { Migration } from '../migrate.ts'

export const projects0013: Migration = {
  version: 13,
  sql: `
CREATE TABLE model_answers (
  key TEXT NOT NULL,
  model TEXT NOT NULL,
  answer TEXT NOT NULL,
  made_at INTEGER NOT NULL,
  used_at INTEGER NOT NULL,
  PRIMARY KEY (key, model)
) STRICT, WITHOUT ROWID;
CREATE INDEX model_answers_by_use ON model_answers (used_at);

CREATE TABLE dismissed_proposals (
  project_id TEXT NOT NULL REFERENCES projects (id) ON DELETE CASCADE,
  key TEXT NOT NULL,
  PRIMARY KEY (project_id, key)
) STRICT, WITHOUT ROWID;
`,
}
