// Rows of projects.db as the contract's values, and back.
import {
  soundPresets,
  type SoundSettings,
  type BookFormat,
  type ChapterEntry,
  type ChapterProgress,
  type LeftOutReason,
  type Matter,
  type NotePlace,
  type PauseKind,
  type Project,
  type KeptRow,
  type Segment,
  type SomeManner,
} from '../../contract/index.ts'
import { canonicalJson, type Json } from '../../core/base/digest.ts'
import { unusualManner } from '../../core/base/manner.ts'
import type { SegmentState, StoredSegment } from '../../core/ports/projects.ts'
import type { ChapterCounts, ChapterRow, ProjectRow } from './statements/project-statements.ts'
import type { SegmentRow } from './statements/segment-statements.ts'

/** The index of a project from its row and its chapters' rows, in order. */
export function projectOf(row: ProjectRow, chapters: readonly ChapterRow[]): Project {
  return {
    id: row.id,
    bookDigest: row.bookDigest,
    format: row.format as BookFormat,
    title: row.title,
    authors: JSON.parse(row.authors) as string[],
    language: row.language,
    ...(row.series === null ? {} : { series: row.series }),
    notePlace: row.notePlace as NotePlace,
    ...(row.editionOf === null ? {} : { editionOf: row.editionOf }),
    ...(row.description === null ? {} : { description: row.description }),
    ...(row.translationOf === null
      ? {}
      : { translationOf: JSON.parse(row.translationOf) as NonNullable<Project['translationOf']> }),
    cover: JSON.parse(row.cover) as Project['cover'],
    voice: row.voice,
    fallbackVoice: row.fallbackVoice,
    sound: row.sound === null ? soundPresets.standard : (JSON.parse(row.sound) as SoundSettings),
    music: listOf<Project['music'][number]>(row.music),
    cast: listOf<Project['cast'][number]>(row.cast),
    dictionary: listOf<Project['dictionary'][number]>(row.dictionary),
    chapters: chapters.map(chapterOf),
    warnings: JSON.parse(row.warnings) as Project['warnings'],
    createdAt: row.createdAt,
    openedAt: row.openedAt,
    revision: row.revision,
  }
}

/** Lists that most books have none of are null where they are empty. */
const listOf = <T>(json: string | null): T[] => (json === null ? [] : (JSON.parse(json) as T[]))
export const rowOfList = (list: readonly unknown[]): string | null =>
  list.length === 0 ? null : JSON.stringify(list)

/** The project's own row, without its chapters. */
export function rowOfProject(project: Project): ProjectRow {
  return {
    id: project.id,
    bookDigest: project.bookDigest,
    format: project.format,
    title: project.title,
    authors: JSON.stringify(project.authors),
    language: project.language,
    series: project.series ?? null,
    editionOf: project.editionOf ?? null,
    description: project.description ?? null,
    translationOf: project.translationOf ? JSON.stringify(project.translationOf) : null,
    notePlace: project.notePlace,
    cover: JSON.stringify(project.cover),
    voice: project.voice,
    fallbackVoice: project.fallbackVoice,
    sound: JSON.stringify(project.sound),
    music: rowOfList(project.music),
    cast: rowOfList(project.cast),
    dictionary: rowOfList(project.dictionary),
    warnings: JSON.stringify(project.warnings),
    createdAt: project.createdAt,
    openedAt: project.openedAt,
    revision: project.revision,
  }
}

export function chapterOf(row: ChapterRow): ChapterEntry {
  return {
    id: row.id,
    title: row.title,
    level: row.level,
    matter: row.matter as Matter,
    spoken: row.spoken === 1,
    ...(row.gainDb === 0 ? {} : { gainDb: row.gainDb }),
    words: row.words,
    characters: row.characters,
    segments: row.segments,
    firstPosition: row.firstPosition,
  }
}

export const rowOfChapter = (projectId: string, entry: ChapterEntry): ChapterRow => ({
  projectId,
  id: entry.id,
  title: entry.title,
  level: entry.level,
  matter: entry.matter,
  spoken: entry.spoken ? 1 : 0,
  gainDb: entry.gainDb ?? 0,
  words: entry.words,
  characters: entry.characters,
  segments: entry.segments,
  firstPosition: entry.firstPosition,
})

/** Failures are the running job's knowledge: none are counted here. */
export const progressOf = (row: ChapterCounts & { chapterId: string }): ChapterProgress => ({
  chapterId: row.chapterId,
  ready: row.ready,
  flagged: row.flagged,
  stale: row.stale,
  skipped: row.skipped,
  failed: 0,
  readySeconds: row.readyMicroseconds / 1e6,
})

export function segmentOf(row: SegmentRow): StoredSegment {
  const { takeId, ...kept } = keptRowOf(row)
  const { normalised, ...said } = kept
  const isSaid = row.leftOut === null
  return {
    // A line that is left out says nothing, though its row knows what it would.
    ...(isSaid ? kept : { ...said, spoken: [], map: [] }),
    position: row.position,
    takeId,
    fallbackOf: row.fallbackOf,
  }
}

/** The row as the document has it, whatever is left out of it. */
export const keptRowOf = (row: SegmentRow): KeptRow => ({
  id: row.id,
  chapterId: row.chapterId,
  block: row.block,
  kind: row.kind as Segment['kind'],
  text: row.text,
  spoken: JSON.parse(row.spoken) as Segment['spoken'],
  map: JSON.parse(row.map) as Segment['map'],
  ...normalisedOf(row),
  pauseAfter: row.pauseAfter as PauseKind,
  edited: row.edited === 1,
  pinnedTakeId: row.pinnedTakeId,
  takeId: row.takeId,
  ...(row.leftOut === null ? {} : { leftOut: row.leftOut as LeftOutReason }),
  ...(row.noteId === null ? {} : { noteId: row.noteId }),
  ...(row.noteMarks === null ? {} : { noteMarks: JSON.parse(row.noteMarks) as string[] }),
  ...mannerOf(row),
  ...(row.original === null ? {} : { original: row.original }),
})

/** The store's row at a position. */
export const rowOfKept = (
  row: KeptRow,
  position: number,
): Omit<SegmentRow, 'fallbackOf'> & { state: SegmentState } => ({
  position,
  id: row.id,
  chapterId: row.chapterId,
  block: row.block,
  kind: row.kind,
  pauseAfter: row.pauseAfter,
  edited: row.edited ? 1 : 0,
  pinnedTakeId: row.pinnedTakeId,
  takeId: row.takeId,
  state: firstState(row),
  text: row.text,
  spoken: JSON.stringify(row.spoken),
  map: JSON.stringify(row.map),
  normalised: rowOfNormalised(row),
  leftOut: row.leftOut ?? null,
  noteId: row.noteId ?? null,
  noteMarks: row.noteMarks ? JSON.stringify(row.noteMarks) : null,
  manner: rowOfManner(row.manner ?? {}),
  original: row.original ?? null,
})

/** The optional member of a segment. */
const mannerOf = ({ manner }: Pick<SegmentRow, 'manner'>): Pick<Segment, 'manner'> =>
  manner === null ? {} : { manner: JSON.parse(manner) as SomeManner }

export function rowOfManner(manner: SomeManner): string | null {
  const unusual = unusualManner(manner)
  return Object.keys(unusual).length === 0 ? null : canonicalJson(unusual as Json)
}

/** The optional member of a segment and of its edit. */
export const normalisedOf = (row: Pick<SegmentRow, 'normalised'>): Pick<Segment, 'normalised'> =>
  row.normalised === null
    ? {}
    : { normalised: JSON.parse(row.normalised) as NonNullable<Segment['normalised']> }

export const rowOfNormalised = ({ normalised }: Pick<Segment, 'normalised'>): string | null =>
  normalised ? JSON.stringify(normalised) : null

/** What a segment is before anything was heard of it. */
export const firstState = (segment: Segment): SegmentState =>
  segment.spoken.length === 0 || segment.leftOut ? 'skipped' : 'waiting'
