// Every statement on facts (undo and redo) and on the jobs that a crash must not lose.
import { statement, type Nothing } from '../statement.ts'

/** A change and what takes it back, both JSON. */
export type FactRow = { sequence: number; change: string; inverse: string }

export const historyStatements = {
  forgetUndone: statement<{ projectId: string }>(
    'DELETE FROM facts WHERE project_id = @projectId AND undone = 1',
  ),
  add: statement<{ projectId: string; change: string; inverse: string }>(`
    INSERT INTO facts (project_id, undone, sequence, change, inverse)
    SELECT @projectId, 0, coalesce(max(sequence) + 1, 1), @change, @inverse
    FROM facts WHERE project_id = @projectId AND undone = 0`),
  /** What undo takes back. */
  lastDone: statement<{ projectId: string }, FactRow>(`
    SELECT sequence, change, inverse FROM facts WHERE project_id = @projectId AND undone = 0
    ORDER BY sequence DESC LIMIT 1`),
  /** What redo does again. */
  firstUndone: statement<{ projectId: string }, FactRow>(`
    SELECT sequence, change, inverse FROM facts WHERE project_id = @projectId AND undone = 1
    ORDER BY sequence LIMIT 1`),
  move: statement<{ projectId: string; sequence: number; undone: 0 | 1 }>(`
    UPDATE facts SET undone = @undone
    WHERE project_id = @projectId AND undone = 1 - @undone AND sequence = @sequence`),
}

export const jobStatements = {
  save: statement<{ id: string; open: 0 | 1; startedAt: number; job: string; request: string }>(`
    INSERT INTO jobs (id, open, started_at, job, request)
    VALUES (@id, @open, @startedAt, @job, @request)
    ON CONFLICT (id) DO UPDATE SET open = excluded.open, started_at = excluded.started_at,
      job = excluded.job, request = excluded.request`),
  forget: statement<{ id: string }>('DELETE FROM jobs WHERE id = @id'),
  open: statement<Nothing, { job: string; request: string }>(
    'SELECT job, request FROM jobs WHERE open = 1 ORDER BY started_at',
  ),
}
