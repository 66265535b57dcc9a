// Statements that run over a whole projects.db, once, after it was salvaged.
import { statement, type Nothing } from './statement.ts'

export type KnownChapter = {
  id: string
  title: string
  level: number
  matter: string
  spoken: 0 | 1
  words: number
  characters: number
  segments: number
  firstPosition: number
  gainDb: number
}

/** What the rows of a chapter say of it. */
export type FoundChapter = {
  id: string
  segments: number
  firstPosition: number
  lastPosition: number
  characters: number
  words: number
  /** Of its first row. */
  text: string
}

type OfBook = { id: string }

export const mendStatements = {
  dropSpoiledSegments: statement<Nothing>(
    'DELETE FROM segments WHERE NOT json_valid(spoken) OR NOT json_valid(map)',
  ),
  dropSpoiledProjects: statement<Nothing>(`
    DELETE FROM projects
    WHERE NOT json_valid(authors) OR NOT json_valid(cover) OR NOT json_valid(warnings)`),
  forgetHistory: statement<Nothing>('DELETE FROM facts'),
  forgetHistoryOf: statement<OfBook>('DELETE FROM facts WHERE project_id = @id'),

  orphans: statement<Nothing, { id: string }>(`
    SELECT DISTINCT project_id AS id FROM segments
    WHERE project_id NOT IN (SELECT id FROM projects)
      AND project_id NOT IN (SELECT id FROM removed_projects)`),
  /** With the language and the voice that most of the other books have. */
  addNameless: statement<OfBook>(`
    INSERT INTO projects (id, complete, format, language, voice, created_at, opened_at)
    SELECT @id, 1, 'text',
      coalesce((SELECT language FROM projects WHERE language <> ''
        GROUP BY language ORDER BY count(*) DESC LIMIT 1), 'en'),
      coalesce((SELECT voice FROM projects WHERE voice <> ''
        GROUP BY voice ORDER BY count(*) DESC LIMIT 1), 'espeak:gmw/en-US'),
      unixepoch() * 1000.0, unixepoch() * 1000.0`),
  nameAfterChapter: statement<OfBook>(`
    UPDATE projects SET title = coalesce((SELECT title FROM chapters
      WHERE project_id = @id ORDER BY ordinal LIMIT 1), '')
    WHERE id = @id AND title = ''`),

  books: statement<Nothing, { id: string; title: string }>(
    'SELECT id, title FROM projects WHERE complete = 1 ORDER BY opened_at',
  ),
  chapters: statement<OfBook, KnownChapter>(`
    SELECT id, title, level, matter, spoken, words, characters, segments,
      first_position AS firstPosition, gain_db AS gainDb
    FROM chapters WHERE project_id = @id ORDER BY ordinal`),
  found: statement<OfBook, FoundChapter>(`
    SELECT found.*, (SELECT text FROM segments
      WHERE project_id = @id AND position = found.firstPosition) AS text
    FROM (SELECT chapter_id AS id, count(*) AS segments, min(position) AS firstPosition,
        max(position) AS lastPosition, sum(length(text)) AS characters,
        sum(length(text) - length(replace(text, ' ', '')) + 1) AS words
      FROM segments WHERE project_id = @id GROUP BY chapter_id) AS found`),

  dropProject: statement<OfBook>('DELETE FROM projects WHERE id = @id'),
  dropChapters: statement<OfBook>('DELETE FROM chapters WHERE project_id = @id'),
  addChapter: statement<
    OfBook & { ordinal: number; chapterId: string } & Omit<KnownChapter, 'id'>
  >(`
    INSERT INTO chapters (project_id, ordinal, id, title, level, matter, spoken, words, characters,
      segments, first_position, gain_db)
    VALUES (@id, @ordinal, @chapterId, @title, @level, @matter, @spoken, @words, @characters,
      @segments, @firstPosition, @gainDb)`),
  place: statement<OfBook & { chapterId: string; by: number }>(`
    UPDATE segments SET position = -(position + @by) - 1
    WHERE project_id = @id AND chapter_id = @chapterId`),
  dropUnplaced: statement<OfBook>('DELETE FROM segments WHERE project_id = @id AND position >= 0'),
  settle: statement<OfBook>(
    'UPDATE segments SET position = -position - 1 WHERE project_id = @id AND position < 0',
  ),

  recount: statement<Nothing>(`
    UPDATE chapters SET (ready, stale, skipped, flagged, ready_microseconds) = (
      SELECT coalesce(sum(state = 'ready'), 0), coalesce(sum(state = 'stale'), 0),
        coalesce(sum(state = 'skipped'), 0), coalesce(sum(flagged), 0),
        coalesce(sum(iif(state = 'ready', microseconds, 0)), 0)
      FROM segments WHERE project_id = chapters.project_id
        AND position >= first_position AND position < first_position + chapters.segments)`),
  children: statement<Nothing, { name: string }>(`
    SELECT DISTINCT tables.name FROM pragma_table_list AS tables, pragma_table_info(tables.name) AS columns
    WHERE tables.schema = 'main' AND tables.type = 'table' AND columns.name = 'project_id'`),
}
