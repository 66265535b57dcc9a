// A project: a book being made, its index, and the changes a person makes to it.
import { z } from 'zod'
import { BookHeader, Cover, DescribedCover, LeftOutReason, Matter, ReadWarning } from './book.ts'
import { Cast } from './cast.ts'
import { longest } from './longest.ts'
import { Dictionary } from './dictionary.ts'
import { Segment, SomeManner, SourceMap, SpokenPart, SpokenText } from './segment.ts'
import { TranslationOf } from './translation.ts'
import { BookMusic } from './music.ts'
import { ChapterGain, SoundSettings } from './sound.ts'
import { VoiceId } from './voice.ts'

export const ChapterEntry = z.object({
  /** Stable within the project: `c12`. */
  id: z.string(),
  title: z.string(),
  level: z.number().int(),
  matter: Matter,
  /** Whether it is ticked: narrated and exported. */
  spoken: z.boolean(),
  /** Louder or softer than its voices make it; absent: as they make it. */
  gainDb: ChapterGain.shape.gainDb.optional(),
  words: z.number().int(),
  characters: z.number().int(),
  segments: z.number().int(),
  /** Position in the book of its first segment, from 0. */
  firstPosition: z.number().int(),
})
export type ChapterEntry = z.infer<typeof ChapterEntry>

/** Derived progress of a chapter; never in the document. */
export const ChapterProgress = z.object({
  chapterId: z.string(),
  ready: z.number().int(),
  /** Of the ready ones: something seems to be wrong with their sound. */
  flagged: z.number().int(),
  stale: z.number().int(),
  failed: z.number().int(),
  /** With nothing to say: neither missing nor ready. */
  skipped: z.number().int(),
  /** Length of the sound that is ready, pauses not counted. */
  readySeconds: z.number(),
})
export type ChapterProgress = z.infer<typeof ChapterProgress>

/** Where notes are read: in their own chapter, which comes unticked, or where their marks are. */
export const notePlaces = ['apart', 'after-paragraph', 'after-chapter'] as const
export const NotePlace = z.enum(notePlaces)
export type NotePlace = z.infer<typeof NotePlace>

/** The index of a project: all but its segments. */
export const Project = z.object({
  id: z.string(),
  /** Hex SHA-256 of the book's file: the same file dropped again is the same book. */
  bookDigest: z.string(),
  ...BookHeader.shape,
  cover: Cover.nullable(),
  voice: VoiceId,
  /** Speaks what the book's own voice cannot say; null: it is left unspoken, and told. */
  fallbackVoice: VoiceId.nullable(),
  /** Where its notes are read. */
  notePlace: NotePlace,
  /** How its takes become sound: never what is spoken. */
  sound: SoundSettings,
  /** Its music and effects. */
  music: BookMusic,
  /** Its characters. */
  cast: Cast,
  /** How words are said in it; the dictionary of all books counts beside it. */
  dictionary: Dictionary,
  /** The project of an earlier edition of the same book, whose voice and takes it goes on with. */
  editionOf: z.string().optional(),
  /** Of a translation. */
  translationOf: TranslationOf.optional(),
  /** What it is about, for its finished files. */
  description: z.string().max(longest.text).optional(),
  chapters: z.array(ChapterEntry),
  warnings: z.array(ReadWarning),
  createdAt: z.number(),
  openedAt: z.number(),
  /** Counts the changes; events carry it so that the mirror sees a gap. */
  revision: z.number().int(),
})
export type Project = z.infer<typeof Project>

/** What the library shows of a project. */
export const ProjectSummary = z.object({
  id: z.string(),
  title: z.string(),
  authors: z.array(z.string()),
  cover: Cover.nullable(),
  voice: VoiceId,
  createdAt: z.number(),
  openedAt: z.number(),
  /** Ticked segments, and how many of them are ready. */
  segments: z.number().int(),
  ready: z.number().int(),
  failed: z.number().int(),
  /** Of the ready ones: something seems to be wrong with their sound. */
  flagged: z.number().int(),
  /** Put away: out of sight, and nothing of it is lost. */
  archived: z.boolean(),
  /** Length of the sound that is ready, in the ticked chapters; pauses not counted. */
  seconds: z.number(),
  /** How long all of them will be, about. */
  wholeSeconds: z.number(),
  /** Of its takes on disk; one that two books use is counted in both. */
  bytes: z.number(),
})
export type ProjectSummary = z.infer<typeof ProjectSummary>

/** Rows that follow one another. */
export const RowSpan = z.object({
  from: z.number().int().min(0),
  count: z.number().int().min(1),
})
export type RowSpan = z.infer<typeof RowSpan>

/** A chapter as it shall be, made of rows by the positions they have before the change. */
export const ArrangedChapter = ChapterEntry.omit({ segments: true, firstPosition: true }).extend({
  spans: z.array(RowSpan),
})
export type ArrangedChapter = z.infer<typeof ArrangedChapter>

/** A row of the document, whole: what was taken out can be put back as it was. */
export const KeptRow = Segment.extend({
  edited: z.boolean(),
  pinnedTakeId: z.string().nullable(),
  /** Derived: the take last heard there. It tells what is stale from what was never spoken. */
  takeId: z.string().nullable(),
})
export type KeptRow = z.infer<typeof KeptRow>

/** Rows in place of rows of one chapter; `from` and `count` are of before the change. */
export const ReplacedStretch = z.object({
  chapterId: z.string(),
  from: z.number().int().min(0),
  count: z.number().int().min(0),
  rows: z.array(KeptRow),
})
export type ReplacedStretch = z.infer<typeof ReplacedStretch>

/** What a chapter counts. */
const ChapterCounts = z.object({
  chapterId: z.string(),
  words: z.number().int(),
  characters: z.number().int(),
})
export type ChapterCounts = z.infer<typeof ChapterCounts>

const OneChange = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('chapters-ticked'),
    chapters: z.array(z.object({ chapterId: z.string(), spoken: z.boolean() })),
  }),
  /** Renamed, split, joined, moved: the whole index anew; every row of the book in exactly one span. */
  z.object({
    kind: z.literal('chapters-arranged'),
    chapters: z.array(ArrangedChapter),
    notePlace: NotePlace,
  }),
  /** Lines put back, or left out again; with what their chapters count then. */
  z.object({
    kind: z.literal('lines-left-out'),
    lines: z.array(z.object({ segmentId: z.string(), leftOut: LeftOutReason.nullable() })),
    chapters: z.array(ChapterCounts),
  }),
  /** Split, joined, deleted, added: stretches apart from each other and ascending, with what is counted then. */
  z.object({
    kind: z.literal('rows-replaced'),
    stretches: z.array(ReplacedStretch),
    chapters: z.array(ChapterCounts),
  }),
  /** Of each row, what is to be another. */
  z.object({
    kind: z.literal('segments-set'),
    rows: z.array(z.object({ segmentId: z.string(), set: SomeManner })),
  }),
  z.object({ kind: z.literal('cast-changed'), cast: Cast }),
  z.object({ kind: z.literal('dictionary-changed'), dictionary: Dictionary }),
  z.object({
    kind: z.literal('segment-edited'),
    segmentId: z.string(),
    text: z.string(),
    spoken: z.array(SpokenPart),
    map: SourceMap,
    /** Absent where the new text has none; the earlier one is gone then. */
    normalised: SpokenText.optional(),
    edited: z.boolean(),
  }),
  /** What it says of itself, whole. */
  z.object({
    kind: z.literal('book-described'),
    title: z.string(),
    authors: z.array(z.string()),
    cover: DescribedCover.nullable(),
  }),
  z.object({ kind: z.literal('voice-cast'), voice: VoiceId }),
  z.object({ kind: z.literal('fallback-allowed'), voice: VoiceId.nullable() }),
  z.object({ kind: z.literal('music-placed'), music: BookMusic }),
  /** Null: it has none. */
  z.object({
    kind: z.literal('description-told'),
    description: z.string().max(longest.text).nullable(),
  }),
  /** Of which book it is a translation, and by which glossary; null: of none. */
  z.object({ kind: z.literal('translation-told'), of: TranslationOf.nullable() }),
  z.object({
    kind: z.literal('sound-shaped'),
    sound: SoundSettings,
    /** Of these chapters, with it. Absent: none is another. */
    gains: z.array(ChapterGain).optional(),
  }),
  z.object({
    kind: z.literal('takes-pinned'),
    takes: z.array(z.object({ segmentId: z.string(), takeId: z.string().nullable() })),
    /** The job that pins as it goes: what it pinned in a row is undone and redone as one. */
    jobId: z.string().optional(),
  }),
])
export type OneChange = z.infer<typeof OneChange>

/**
 * A change of the document. Applied as a fact together with its inverse in one transaction: that is
 * undo, redo and crash safety. Presence of takes, states and jobs are never changes. `several` are one
 * step for a person, made one after the other.
 */
export const ProjectChange = z.union([
  OneChange,
  z.object({ kind: z.literal('several'), changes: z.array(OneChange).min(1) }),
])
export type ProjectChange = z.infer<typeof ProjectChange>

/** A line of a book, told apart from its row. */
export const BookLine = z.object({
  segmentId: z.string(),
  chapterId: z.string(),
  position: z.number().int(),
  text: z.string(),
})
export type BookLine = z.infer<typeof BookLine>

/** How an edition of a book differs from the one before it, line by line. */
export const EditionChanges = z.object({
  same: z.number().int(),
  fresh: z.number().int(),
  gone: z.number().int(),
  /** The first of the new ones. */
  lines: z.array(BookLine),
})
export type EditionChanges = z.infer<typeof EditionChanges>

/** What a book's reader left out or set apart: for a person to look through before narrating. */
export const BookReview = z.object({
  leftOut: z.array(
    z.object({
      reason: LeftOutReason,
      count: z.number().int(),
      /** The first of them. */
      lines: z.array(BookLine),
    }),
  ),
  notes: z.object({
    /** Marks taken out of the text. */
    marks: z.number().int(),
    /** Notes that a mark leads to. */
    known: z.number().int(),
  }),
})
export type BookReview = z.infer<typeof BookReview>

/** Whether undo and redo have something to do. */
export const ProjectHistory = z.object({ canUndo: z.boolean(), canRedo: z.boolean() })
export type ProjectHistory = z.infer<typeof ProjectHistory>
