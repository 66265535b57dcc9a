// Every statement on the indexes of projects: what the library shows, imports, covers and small facts.
import { statement, type Nothing } from '../statement.ts'

/** A project's own row; lists are JSON. */
export type ProjectRow = {
  id: string
  bookDigest: string
  format: string
  title: string
  authors: string
  language: string
  cover: string
  voice: string
  fallbackVoice: string | null
  /** JSON; null where it was never shaped. */
  sound: string | null
  /** JSON; null where there is none. */
  music: string | null
  cast: string | null
  dictionary: string | null
  series: string | null
  editionOf: string | null
  /** JSON. */
  translationOf: string | null
  description: string | null
  notePlace: string
  warnings: string
  createdAt: number
  openedAt: number
  revision: number
}

export type ChapterRow = {
  projectId: string
  id: string
  title: string
  level: number
  matter: string
  spoken: 0 | 1
  gainDb: number
  words: number
  characters: number
  segments: number
  firstPosition: number
}

/** Derived counts of a chapter, kept by triggers. */
export type ChapterCounts = {
  ready: number
  flagged: number
  stale: number
  skipped: number
  readyMicroseconds: number
}

/** With what is no part of its document. */
export type ListedRow = ProjectRow & { archivedAt: number | null }

/** What the ticked chapters of a project come to. */
export type TickedRow = {
  projectId: string
  segments: number
  ready: number
  flagged: number
  characters: number
  readyMicroseconds: number
}

const tickedColumns = `project_id AS projectId, sum(segments - skipped) AS segments,
  sum(ready) AS ready, sum(flagged) AS flagged, sum(characters) AS characters,
  sum(ready_microseconds) AS readyMicroseconds`
const projectColumns = `id, book_digest AS bookDigest, format, title, authors, language, cover, voice,
  fallback_voice AS fallbackVoice, sound, music, cast_list AS cast, dictionary, series,
  edition_of AS editionOf, translation_of AS translationOf, description, note_place AS notePlace, warnings,
  created_at AS createdAt,
  opened_at AS openedAt, revision`
const chapterColumns = `project_id AS projectId, id, title, level, matter, spoken,
  gain_db AS gainDb, words, characters, segments, first_position AS firstPosition`
/** Seen by those who use the library. */
const isShown = 'complete = 1 AND removed_at IS NULL'
const countColumns = 'ready, flagged, stale, skipped, ready_microseconds AS readyMicroseconds'

export const projectStatements = {
  read: statement<{ id: string }, ProjectRow>(
    `SELECT ${projectColumns} FROM projects WHERE id = @id AND ${isShown}`,
  ),
  list: statement<Nothing, ListedRow>(`
    SELECT ${projectColumns}, archived_at AS archivedAt FROM projects
    WHERE ${isShown} ORDER BY opened_at DESC, id`),
  listed: statement<{ id: string }, ListedRow>(`
    SELECT ${projectColumns}, archived_at AS archivedAt FROM projects
    WHERE id = @id AND ${isShown}`),
  findByBook: statement<{ bookDigest: string }, ProjectRow>(`
    SELECT ${projectColumns} FROM projects WHERE book_digest = @bookDigest AND ${isShown}
    ORDER BY opened_at DESC LIMIT 1`),
  touch: statement<{ id: string; openedAt: number }>(
    `UPDATE projects SET opened_at = @openedAt WHERE id = @id AND ${isShown}`,
  ),
  archive: statement<{ id: string; at: number | null }>(
    `UPDATE projects SET archived_at = @at WHERE id = @id AND ${isShown}`,
  ),
  setAside: statement<{ id: string; at: number | null }>(
    'UPDATE projects SET removed_at = @at WHERE id = @id AND complete = 1',
  ),
  setAsideBefore: statement<{ time: number }, { id: string }>(
    'SELECT id FROM projects WHERE removed_at <= @time ORDER BY removed_at, id',
  ),
  bookDigests: statement<Nothing, { digest: string }>(
    'SELECT DISTINCT book_digest AS digest FROM projects WHERE complete = 1',
  ),
  describe: statement<{ id: string; title: string; authors: string; cover: string }>(
    'UPDATE projects SET title = @title, authors = @authors, cover = @cover WHERE id = @id',
  ),
  cast: statement<{ id: string; voice: string }>(
    'UPDATE projects SET voice = @voice WHERE id = @id',
  ),
  allowFallback: statement<{ id: string; voice: string | null }>(
    'UPDATE projects SET fallback_voice = @voice WHERE id = @id',
  ),
  shapeSound: statement<{ id: string; sound: string }>(
    'UPDATE projects SET sound = @sound WHERE id = @id',
  ),
  placeMusic: statement<{ id: string; music: string }>(
    'UPDATE projects SET music = @music WHERE id = @id',
  ),
  changeCast: statement<{ id: string; cast: string | null }>(
    'UPDATE projects SET cast_list = @cast WHERE id = @id',
  ),
  tellTranslation: statement<{ id: string; of: string | null }>(
    'UPDATE projects SET translation_of = @of WHERE id = @id',
  ),
  tellDescription: statement<{ id: string; description: string | null }>(
    'UPDATE projects SET description = @description WHERE id = @id',
  ),
  changeDictionary: statement<{ id: string; dictionary: string | null }>(
    'UPDATE projects SET dictionary = @dictionary WHERE id = @id',
  ),
  placeNotes: statement<{ id: string; notePlace: string }>(
    'UPDATE projects SET note_place = @notePlace WHERE id = @id',
  ),
  revise: statement<{ id: string }>('UPDATE projects SET revision = revision + 1 WHERE id = @id'),

  begin: statement<{ id: string }>('INSERT INTO projects (id) VALUES (@id)'),
  finish: statement<ProjectRow>(`
    UPDATE projects SET complete = 1, book_digest = @bookDigest, format = @format, title = @title,
      authors = @authors, language = @language, cover = @cover, voice = @voice,
      fallback_voice = @fallbackVoice, sound = @sound, music = @music, cast_list = @cast,
      dictionary = @dictionary, series = @series, edition_of = @editionOf, translation_of = @translationOf,
      description = @description,
      note_place = @notePlace, warnings = @warnings, created_at = @createdAt, opened_at = @openedAt, revision = @revision
    WHERE id = @id AND complete = 0`),
  /** What a copy has of its own; and it is seen. Its revision goes on: ids of rows are made from it. */
  nameCopy: statement<{ id: string; title: string; cover: string; at: number }>(`
    UPDATE projects SET complete = 1, title = @title, cover = @cover, created_at = @at,
      opened_at = @at
    WHERE id = @id AND complete = 0`),
  readUnfinished: statement<{ id: string }, ProjectRow>(
    `SELECT ${projectColumns} FROM projects WHERE id = @id AND complete = 0`,
  ),
  finishRows: statement<{ id: string; at: number }>(`
    UPDATE projects SET complete = 1, created_at = @at, opened_at = @at
    WHERE id = @id AND complete = 0`),
  discard: statement<{ id: string }>('DELETE FROM projects WHERE id = @id AND complete = 0'),
  discardAll: statement<Nothing>('DELETE FROM projects WHERE complete = 0'),
  remove: statement<{ id: string }>('DELETE FROM projects WHERE id = @id AND complete = 1'),

  chapters: statement<{ projectId: string }, ChapterRow>(`
    SELECT ${chapterColumns} FROM chapters WHERE project_id = @projectId ORDER BY ordinal`),
  /** The whole library's, for the list: the scan of this small table is its purpose. */
  tickedCounts: statement<Nothing, TickedRow>(
    `SELECT ${tickedColumns} FROM chapters WHERE spoken = 1 GROUP BY project_id`,
  ),
  tickedCountsOf: statement<{ projectId: string }, TickedRow>(`
    SELECT ${tickedColumns} FROM chapters
    WHERE project_id = @projectId AND spoken = 1 GROUP BY project_id`),
  counts: statement<{ projectId: string }, ChapterCounts & { chapterId: string }>(`
    SELECT id AS chapterId, ${countColumns} FROM chapters
    WHERE project_id = @projectId ORDER BY ordinal`),
  addChapter: statement<ChapterRow>(`
    INSERT INTO chapters (project_id, ordinal, id, title, level, matter, spoken, gain_db, words,
      characters, segments, first_position)
    SELECT @projectId, coalesce(max(ordinal) + 1, 0), @id, @title, @level, @matter, @spoken, @gainDb,
      @words, @characters, @segments, @firstPosition
    FROM chapters WHERE project_id = @projectId`),
  changeChapter: statement<ChapterRow>(`
    UPDATE chapters SET title = @title, level = @level, matter = @matter, spoken = @spoken,
      gain_db = @gainDb, words = @words, characters = @characters, segments = @segments,
      first_position = @firstPosition
    WHERE project_id = @projectId AND id = @id`),
  ticked: statement<{ projectId: string; chapterId: string }, { spoken: 0 | 1 }>(
    'SELECT spoken FROM chapters WHERE project_id = @projectId AND id = @chapterId',
  ),
  tick: statement<{ projectId: string; chapterId: string; spoken: 0 | 1 }>(
    'UPDATE chapters SET spoken = @spoken WHERE project_id = @projectId AND id = @chapterId',
  ),
  gain: statement<{ projectId: string; chapterId: string }, { gainDb: number }>(
    'SELECT gain_db AS gainDb FROM chapters WHERE project_id = @projectId AND id = @chapterId',
  ),
  level: statement<{ projectId: string; chapterId: string; gainDb: number }>(
    'UPDATE chapters SET gain_db = @gainDb WHERE project_id = @projectId AND id = @chapterId',
  ),

  forgetChapters: statement<{ projectId: string }>(
    'DELETE FROM chapters WHERE project_id = @projectId',
  ),
  /** Where a chapter's rows are, and how many. */
  place: statement<{ projectId: string; id: string; segments: number; firstPosition: number }>(`
    UPDATE chapters SET segments = @segments, first_position = @firstPosition
    WHERE project_id = @projectId AND id = @id`),
  /** What the triggers count, anew; of rows at consecutive positions. */
  recount: statement<{ projectId: string; id: string; from: number; before: number }>(`
    UPDATE chapters SET (ready, flagged, stale, skipped, ready_microseconds) = (
      SELECT count(*) FILTER (WHERE state = 'ready'), coalesce(sum(flagged), 0),
        count(*) FILTER (WHERE state = 'stale'), count(*) FILTER (WHERE state = 'skipped'),
        coalesce(sum(microseconds) FILTER (WHERE state = 'ready'), 0)
      FROM segments
      WHERE project_id = @projectId AND position >= @from AND position < @before)
    WHERE project_id = @projectId AND id = @id`),
  countWords: statement<{
    projectId: string
    chapterId: string
    words: number
    characters: number
  }>(`
    UPDATE chapters SET words = @words, characters = @characters
    WHERE project_id = @projectId AND id = @chapterId`),
  counted: statement<
    { projectId: string; chapterId: string },
    { words: number; characters: number }
  >('SELECT words, characters FROM chapters WHERE project_id = @projectId AND id = @chapterId'),

  addCover: statement<{ projectId: string; mediaType: string; bytes: Uint8Array }>(
    'INSERT INTO covers (project_id, media_type, bytes) VALUES (@projectId, @mediaType, @bytes)',
  ),
  cover: statement<{ projectId: string }, { mediaType: string; bytes: Uint8Array }>(`
    SELECT media_type AS mediaType, bytes
    FROM covers JOIN projects ON projects.id = covers.project_id
    WHERE project_id = @projectId AND complete = 1`),
  addThumbnail: statement<{
    projectId: string
    key: string
    mediaType: string
    bytes: Uint8Array
  }>(`
    INSERT INTO thumbnails (project_id, key, media_type, bytes)
    VALUES (@projectId, @key, @mediaType, @bytes)`),
  thumbnail: statement<
    { projectId: string; key: string },
    { mediaType: string; bytes: Uint8Array }
  >(`
    SELECT media_type AS mediaType, bytes
    FROM thumbnails JOIN projects ON projects.id = thumbnails.project_id
    WHERE project_id = @projectId AND key = @key AND complete = 1`),
  keepPicture: statement<{
    projectId: string
    key: string
    mediaType: string
    bytes: Uint8Array
  }>(`
    INSERT OR IGNORE INTO pictures (project_id, key, media_type, bytes)
    VALUES (@projectId, @key, @mediaType, @bytes)`),
  keptPicture: statement<
    { projectId: string; key: string },
    { mediaType: string; bytes: Uint8Array }
  >(`
    SELECT media_type AS mediaType, bytes
    FROM pictures WHERE project_id = @projectId AND key = @key`),

  noteRemoved: statement<{ id: string }>(
    'INSERT OR IGNORE INTO removed_projects (id) VALUES (@id)',
  ),
  noteUnfinished: statement<Nothing>(
    'INSERT OR IGNORE INTO removed_projects (id) SELECT id FROM projects WHERE complete = 0',
  ),
  removed: statement<Nothing, { id: string }>('SELECT id FROM removed_projects'),
  forgetRemoved: statement<{ id: string }>('DELETE FROM removed_projects WHERE id = @id'),

  remember: statement<{ key: string; value: string }>(`
    INSERT INTO memory (key, value) VALUES (@key, @value)
    ON CONFLICT (key) DO UPDATE SET value = excluded.value`),
  recall: statement<{ key: string }, { value: string }>(
    'SELECT value FROM memory WHERE key = @key',
  ),
  forget: statement<{ key: string }>('DELETE FROM memory WHERE key = @key'),
}
