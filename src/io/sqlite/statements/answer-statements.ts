// Every statement on the answers of language models.
import { statement, type Nothing } from '../statement.ts'

type Answer = { key: string; model: string; answer: string }

export const answerStatements = {
  /** The model's own first, then the newest. */
  find: statement<{ key: string; model: string }, Answer & { usedAt: number }>(`
    SELECT key, model, answer, used_at AS usedAt FROM model_answers WHERE key = @key
    ORDER BY model = @model DESC, made_at DESC LIMIT 1`),
  touch: statement<{ key: string; model: string; now: number }>(
    'UPDATE model_answers SET used_at = @now WHERE key = @key AND model = @model',
  ),
  keep: statement<Answer & { now: number }>(`
    INSERT INTO model_answers (key, model, answer, made_at, used_at)
    VALUES (@key, @model, @answer, @now, @now)
    ON CONFLICT (key, model) DO UPDATE SET answer = excluded.answer, made_at = excluded.made_at,
      used_at = excluded.used_at`),
  count: statement<Nothing, { count: number }>('SELECT count(*) AS count FROM model_answers'),
  forgetUnused: statement<{ before: number; most: number }>(`
    DELETE FROM model_answers WHERE (key, model) IN (
      SELECT key, model FROM model_answers WHERE used_at < @before ORDER BY used_at LIMIT @most)`),
  dismissed: statement<{ projectId: string }, { key: string }>(
    'SELECT key FROM dismissed_proposals WHERE project_id = @projectId',
  ),
  dismiss: statement<{ projectId: string; key: string }>(`
    INSERT INTO dismissed_proposals (project_id, key) SELECT id, @key FROM projects
    WHERE id = @projectId ON CONFLICT DO NOTHING`),
  restore: statement<{ projectId: string; key: string }>(
    'DELETE FROM dismissed_proposals WHERE project_id = @projectId AND key = @key',
  ),
}
