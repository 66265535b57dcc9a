// Every statement on takes.db. Its index and plan are checked by the test of the query plans.
import { statement, type Nothing } from '../statement.ts'

/** A take with its analysis and its flags as JSON. */
export type TakeRow = {
  number: number
  held: 0 | 1
  id: string
  recipe: string | null
  rendition: number
  voice: string
  sampleRate: number
  samples: number
  audioDigest: string
  analysis: string
  flags: string
}

/** What the tally's row counts, kept by triggers or added to by `count`. */
export type Tally = {
  entries: number
  bytes: number
  hits: number
  misses: number
  evictions: number
  expiries: number
}

export const takeStatements = {
  find: statement<{ id: string }, TakeRow>(`
    SELECT takes.number, held, id, recipe, rendition, voice, sample_rate AS sampleRate, samples,
      audio_digest AS audioDigest, analysis, flags
    FROM takes JOIN analyses ON analyses.take = takes.number
    WHERE id = @id`),

  ofSegment: statement<{ projectId: string; segmentId: string }, TakeRow>(`
    SELECT takes.number, held, id, recipe, rendition, voice, sample_rate AS sampleRate, samples,
      audio_digest AS audioDigest, analysis, flags
    FROM take_references
      JOIN takes ON takes.id = take_id
      JOIN analyses ON analyses.take = takes.number
    WHERE project_id = @projectId AND segment_id = @segmentId
    ORDER BY takes.number`),

  bytes: statement<{ id: string }, { bytes: number }>('SELECT bytes FROM takes WHERE id = @id'),

  exists: statement<{ id: string }, { number: number }>('SELECT number FROM takes WHERE id = @id'),

  highestRendition: statement<{ recipe: string }, { rendition: number | null }>(
    'SELECT max(rendition) AS rendition FROM takes WHERE recipe = @recipe',
  ),

  whole: statement<
    { id: string },
    { flac: Uint8Array; crc: number; analysisVersion: number; peaks: Uint8Array }
  >(`
    SELECT flac, crc, version AS analysisVersion, peaks
    FROM takes JOIN sounds ON sounds.take = takes.number
      JOIN analyses ON analyses.take = takes.number JOIN waveforms ON waveforms.take = takes.number
    WHERE id = @id`),

  peaks: statement<{ id: string }, { peaks: Uint8Array }>(`
    SELECT peaks FROM takes JOIN waveforms ON waveforms.take = takes.number WHERE id = @id`),

  add: statement<{
    id: string
    recipe: string | null
    rendition: number
    voice: string
    sampleRate: number
    samples: number
    audioDigest: string
    bytes: number
    crc: number
    held: 0 | 1
    flags: string
    now: number
  }>(`
    INSERT INTO takes (id, recipe, rendition, voice, sample_rate, samples, audio_digest, bytes, crc,
      held, flags, created_at, used_at)
    VALUES (@id, @recipe, @rendition, @voice, @sampleRate, @samples, @audioDigest, @bytes, @crc,
      @held, @flags, @now, @now)`),

  addSound: statement<{ id: string; flac: Uint8Array }>(
    'INSERT INTO sounds (take, flac) SELECT number, @flac FROM takes WHERE id = @id',
  ),

  addAnalysis: statement<{ id: string; version: number; analysis: string }>(`
    INSERT INTO analyses (take, version, analysis)
    SELECT number, @version, @analysis FROM takes WHERE id = @id`),

  addWaveform: statement<{ id: string; peaks: Uint8Array }>(
    'INSERT INTO waveforms (take, peaks) SELECT number, @peaks FROM takes WHERE id = @id',
  ),

  refer: statement<{ projectId: string; segmentId: string; takeId: string }>(`
    INSERT OR IGNORE INTO take_references (project_id, segment_id, take_id)
    VALUES (@projectId, @segmentId, @takeId)`),

  hold: statement<{ takeId: string }>('UPDATE takes SET held = 1 WHERE id = @takeId AND held = 0'),

  isReferred: statement<{ takeId: string }, { found: 1 }>(
    'SELECT 1 AS found FROM take_references WHERE take_id = @takeId LIMIT 1',
  ),

  /** Having been referred to until now counts as use. Recordings stay held. */
  unhold: statement<{ projectId: string; now: number }>(`
    UPDATE takes SET held = 0, used_at = @now
    WHERE id IN (SELECT take_id FROM take_references WHERE project_id = @projectId)
      AND recipe IS NOT NULL
      AND NOT EXISTS (
        SELECT 1 FROM take_references AS other
        WHERE other.take_id = takes.id AND other.project_id <> @projectId)`),

  release: statement<{ projectId: string }>(
    'DELETE FROM take_references WHERE project_id = @projectId',
  ),

  forgetWeight: statement<{ projectId: string }>(
    'DELETE FROM weights WHERE project_id = @projectId',
  ),

  referLike: statement<{ projectId: string; likeProjectId: string }>(`
    INSERT OR IGNORE INTO take_references (project_id, segment_id, take_id)
    SELECT @projectId, segment_id, take_id FROM take_references
    WHERE project_id = @likeProjectId`),

  /** The whole library's, for the list: a row a project. */
  weights: statement<Nothing, { projectId: string; bytes: number }>(
    'SELECT project_id AS projectId, bytes FROM weights',
  ),

  weight: statement<{ projectId: string }, { bytes: number }>(
    'SELECT bytes FROM weights WHERE project_id = @projectId',
  ),

  touch: statement<{ number: number; usedAt: number }>(
    'UPDATE takes SET used_at = max(used_at, @usedAt) WHERE number = @number',
  ),

  flags: statement<{ id: string }, { flags: string }>('SELECT flags FROM takes WHERE id = @id'),

  flag: statement<{ id: string; flags: string }>('UPDATE takes SET flags = @flags WHERE id = @id'),

  unflag: statement<{ id: string }>(`UPDATE takes SET flags = '[]' WHERE id = @id`),

  drop: statement<{ id: string }>('DELETE FROM takes WHERE id = @id'),

  /** By least recent use, at or before a time. */
  unheld: statement<{ before: number; count: number }, { number: number; bytes: number }>(`
    SELECT number, bytes FROM takes
    WHERE held = 0 AND used_at <= @before
    ORDER BY used_at, number LIMIT @count`),

  evict: statement<{ number: number }>('DELETE FROM takes WHERE number = @number'),

  tally: statement<Nothing, Tally>(
    'SELECT entries, bytes, hits, misses, evictions, expiries FROM tally WHERE only = 1',
  ),

  count: statement<{ hits: number; misses: number; evictions: number; expiries: number }>(`
    UPDATE tally SET hits = hits + @hits, misses = misses + @misses,
      evictions = evictions + @evictions, expiries = expiries + @expiries
    WHERE only = 1`),
}

/** What the codec children ask of takes.db. */
export const takeReaderStatements = {
  flac: statement<{ id: string }, { flac: Uint8Array; crc: number }>(`
    SELECT flac, crc FROM takes JOIN sounds ON sounds.take = takes.number WHERE id = @id`),
}
