// Every statement on segments: by position, by id, as a person edits them, as they are heard.
import { statement } from '../statement.ts'

/** A segment's row; spoken parts, map and what is normalised are JSON. */
export type SegmentRow = {
  position: number
  id: string
  chapterId: string
  block: number
  kind: string
  pauseAfter: string
  edited: 0 | 1
  pinnedTakeId: string | null
  takeId: string | null
  fallbackOf: string | null
  text: string
  spoken: string
  map: string
  normalised: string | null
  leftOut: string | null
  noteId: string | null
  noteMarks: string | null
  /** JSON; null where all is usual. */
  manner: string | null
  original: string | null
}

const columns = `position, id, chapter_id AS chapterId, block, kind, pause_after AS pauseAfter, edited,
  pinned_take_id AS pinnedTakeId, take_id AS takeId,
  fallback_of AS fallbackOf, text, spoken, map, normalised, left_out AS leftOut, note_id AS noteId,
  note_marks AS noteMarks, manner, original`

export const segmentStatements = {
  nextPosition: statement<{ projectId: string }, { position: number }>(`
    SELECT coalesce(max(position) + 1, 0) AS position FROM segments
    WHERE project_id = @projectId`),
  add: statement<Omit<SegmentRow, 'fallbackOf'> & { projectId: string; state: string }>(`
    INSERT INTO segments (project_id, position, id, chapter_id, block, kind, pause_after, edited,
      pinned_take_id, take_id, state, text, spoken, map, normalised, left_out, note_id, note_marks,
      manner, original)
    VALUES (@projectId, @position, @id, @chapterId, @block, @kind, @pauseAfter, @edited, @pinnedTakeId,
      @takeId, @state, @text, @spoken, @map, @normalised, @leftOut, @noteId, @noteMarks, @manner, @original)`),
  remove: statement<{ projectId: string; from: number; before: number }>(`
    DELETE FROM segments
    WHERE project_id = @projectId AND position >= @from AND position < @before`),
  /** As `move`, in their chapters. */
  shift: statement<{ projectId: string; from: number; before: number; shift: number }>(`
    UPDATE segments SET position = -1 - (position + @shift)
    WHERE project_id = @projectId AND position >= @from AND position < @before`),
  /** The same at once: for rows that move alone, for others would be met on the way. */
  slide: statement<{ projectId: string; from: number; before: number; shift: number }>(`
    UPDATE segments SET position = position + @shift
    WHERE project_id = @projectId AND position >= @from AND position < @before`),
  setManner: statement<{ projectId: string; id: string; manner: string | null }>(
    'UPDATE segments SET manner = @manner WHERE project_id = @projectId AND id = @id',
  ),
  marked: statement<{ projectId: string }, SegmentRow>(`
    SELECT ${columns} FROM segments
    WHERE project_id = @projectId AND manner ->> '$.mark' IS NOT NULL ORDER BY position`),
  /** What rows are looked for by. */
  searched: statement<
    { projectId: string; from: number; before: number },
    {
      id: string
      position: number
      text: string
      state: string
      flagged: 0 | 1
      edited: 0 | 1
      manner: string | null
    }
  >(`
    SELECT id, position, text, state, flagged, edited, manner FROM segments
    WHERE project_id = @projectId AND position >= @from AND position < @before AND left_out IS NULL
    ORDER BY position`),
  range: statement<{ projectId: string; from: number; before: number }, SegmentRow>(`
    SELECT ${columns} FROM segments
    WHERE project_id = @projectId AND position >= @from AND position < @before
    ORDER BY position`),
  byId: statement<{ projectId: string; id: string }, SegmentRow>(
    `SELECT ${columns} FROM segments WHERE project_id = @projectId AND id = @id`,
  ),
  edit: statement<{
    projectId: string
    id: string
    text: string
    spoken: string
    map: string
    normalised: string | null
    edited: 0 | 1
  }>(`
    UPDATE segments SET text = @text, spoken = @spoken, map = @map, normalised = @normalised,
      edited = @edited
    WHERE project_id = @projectId AND id = @id`),
  leaveOut: statement<{ projectId: string; id: string; leftOut: string | null }>(
    'UPDATE segments SET left_out = @leftOut WHERE project_id = @projectId AND id = @id',
  ),
  leftOutAs: statement<{ projectId: string; leftOut: string; limit: number }, SegmentRow>(`
    SELECT ${columns} FROM segments
    WHERE project_id = @projectId AND left_out = @leftOut ORDER BY position LIMIT @limit`),
  leftOutCounts: statement<{ projectId: string }, { leftOut: string; count: number }>(`
    SELECT left_out AS leftOut, count(*) AS count FROM segments
    WHERE project_id = @projectId AND left_out IS NOT NULL GROUP BY left_out`),
  /** Notes, and where marks lead to them. */
  noted: statement<{ projectId: string }, SegmentRow>(`
    SELECT ${columns} FROM segments
    WHERE project_id = @projectId AND (note_id IS NOT NULL OR note_marks IS NOT NULL)
    ORDER BY position`),
  /** Below zero first: no two rows may have one position, not even for a moment. */
  move: statement<{
    projectId: string
    from: number
    before: number
    shift: number
    chapterId: string
  }>(`
    UPDATE segments SET position = -1 - (position + @shift), chapter_id = @chapterId
    WHERE project_id = @projectId AND position >= @from AND position < @before`),
  settleMoved: statement<{ projectId: string }>(`
    UPDATE segments SET position = -1 - position WHERE project_id = @projectId AND position < 0`),
  pin: statement<{ projectId: string; id: string; takeId: string | null }>(
    'UPDATE segments SET pinned_take_id = @takeId WHERE project_id = @projectId AND id = @id',
  ),
  fallBack: statement<{ projectId: string; id: string; fallbackOf: string }>(
    'UPDATE segments SET fallback_of = @fallbackOf WHERE project_id = @projectId AND id = @id',
  ),
  /** Rows that say so already are not written. */
  hear: statement<{
    projectId: string
    id: string
    takeId: string | null
    state: string
    microseconds: number
    flagged: 0 | 1
  }>(`
    UPDATE segments SET take_id = @takeId, state = @state, microseconds = @microseconds,
      flagged = @flagged
    WHERE project_id = @projectId AND id = @id
      AND (take_id IS NOT @takeId OR state <> @state OR microseconds <> @microseconds
        OR flagged <> @flagged)`),
  nextFlagged: statement<{ projectId: string; from: number }, { position: number }>(`
    SELECT position FROM segments
    WHERE project_id = @projectId AND flagged = 1 AND position >= @from ORDER BY position LIMIT 1`),
  lastFlagged: statement<{ projectId: string; from: number }, { position: number }>(`
    SELECT position FROM segments
    WHERE project_id = @projectId AND flagged = 1 AND position <= @from
    ORDER BY position DESC LIMIT 1`),
}
