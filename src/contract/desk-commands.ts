// Commands of the desk: rows cut and joined, found and replaced, set and marked; takes; words said; the cast.
import { z } from 'zod'
import { Cast, EvidenceKind, FoundCharacter, FoundQuotation, mostCharacters } from './cast.ts'
import { done, ofProject } from './command-shapes.ts'
import { Dictionary, DictionaryEntry } from './dictionary.ts'
import { Ticket } from './host.ts'
import { longest } from './longest.ts'
import { BookLine } from './project.ts'
import { RowFilter, RowTarget, TextQuery } from './row-filter.ts'
import { SegmentManner, SomeManner, TakeCut } from './segment.ts'
import { TakeFlag, TakeId, TakeView } from './take.ts'

const ofSegment = z.object({ projectId: z.string(), segmentId: z.string() })
const ofTake = ofSegment.extend({ takeId: z.string() })
/** For `project.undo`: what the book is at by this change, where it has changed anything. */
const at = { revision: z.number().int() }
/** Whether an export had to end, because its rows are elsewhere now. A narration goes on by itself. */
const moved = z.object({ ended: z.boolean(), ...at })
const heard = z.object({ address: z.string(), durationSeconds: z.number() })
/** Where a list is changed entry by entry, what another page has changed meanwhile stays. */
const changed = <T extends z.ZodType>(list: T) => ({ put: list, remove: z.array(z.string()) })

export const deskCommands = {
  /** What is spoken, written by hand; null: by the rules again. It makes the row stale and spends nothing. */
  'segment.say': {
    args: ofSegment.extend({ words: z.string().max(longest.text).nullable() }),
    reply: done,
  },
  /** In two before `at` (UTF-16 units of its text); both must have something to show. */
  'segment.split': { args: ofSegment.extend({ at: z.number().int().min(1) }), reply: moved },
  /** With the next rows of its chapter: `count` in all, two where none is told. One step for undo. */
  'segment.join': {
    args: ofSegment.extend({ count: z.number().int().min(2).optional() }),
    reply: moved,
  },
  'segment.remove': { args: z.object({ projectId: z.string(), target: RowTarget }), reply: moved },
  /** So many rows from one on, so many places on or back, as far as their chapter goes. */
  'segment.move': {
    args: ofSegment.extend({ count: z.number().int().min(1), places: z.number().int() }),
    reply: moved,
  },
  /** Rows where they are now; those that are gone are left out. */
  'segment.places': {
    args: z.object({ projectId: z.string(), segmentIds: z.array(z.string()).max(500) }),
    reply: z.object({
      places: z.array(z.object({ segmentId: z.string(), position: z.number().int() })),
    }),
  },
  /** Speaker, pace, gain, pause, mark, lock, cut, notes of takes: what is named, of all rows of the target. */
  'segment.set': {
    args: z.object({
      projectId: z.string(),
      target: RowTarget,
      set: SomeManner.omit({ isSaidByHand: true }),
    }),
    reply: z.object({ count: z.number().int() }),
  },
  'segment.find': {
    args: z.object({ projectId: z.string(), filter: RowFilter }),
    reply: z.object({
      positions: z.array(z.number().int()),
      /** How often the words stand in them. */
      matches: z.number().int(),
    }),
  },
  /** In the rows of the target that have the words; one step for undo. */
  'segment.replace': {
    args: z.object({
      projectId: z.string(),
      query: TextQuery,
      by: z.string().max(1000),
      target: RowTarget.optional(),
    }),
    reply: z.object({ segments: z.number().int(), matches: z.number().int(), ...at }),
  },
  /** Marked rows and flagged ones, in order; the first of them. */
  'project.marks': {
    args: ofProject,
    reply: z.object({
      marks: z.array(
        z.object({
          line: BookLine,
          mark: SegmentManner.shape.mark,
          flags: z.array(TakeFlag),
        }),
      ),
      total: z.number().int(),
    }),
  },

  /** Every rendition that was ever heard at a segment, and what was recorded for it. */
  'take.list': {
    args: ofSegment,
    reply: z.object({
      takes: z.array(TakeView),
      /** How long the pause behind it is where it has none of its own. */
      bookPauseMs: z.number(),
    }),
  },
  /** What a take is trimmed by: its waveform, and what is heard of it where nobody has. */
  'take.peaks': {
    args: z.object({ takeId: TakeId }),
    reply: z.object({
      /** Peak amplitude, 0 to 100, `peaksPerSecond` a second, over the whole take. */
      peaks: z.array(z.number().int().min(0).max(100)),
      peaksPerSecond: z.number(),
      durationSeconds: z.number(),
      found: TakeCut.omit({ takeId: true }),
    }),
  },
  /** One that says something else than what is asked now is locked with it: it was chosen all the same. */
  'take.choose': { args: ofTake, reply: done },
  /** As it would be heard in the book. */
  'take.hear': { args: ofTake, reply: heard },
  /** A person's own recording, from a file that was dropped or chosen; it is chosen at once. */
  'take.record': {
    args: ofSegment.extend({ ticket: Ticket }),
    reply: z.object({ takeId: z.string() }),
  },

  'dictionary.read': {
    args: ofProject,
    reply: z.object({ book: Dictionary, everywhere: Dictionary }),
  },
  /** Of a book, or (null) of all books; that of all books has no undo. */
  'dictionary.change': {
    args: z.object({ projectId: z.string().nullable(), ...changed(Dictionary) }),
    reply: done,
  },
  /** The segments that an entry would be said in. */
  'dictionary.affects': {
    args: z.object({ projectId: z.string(), entry: DictionaryEntry }),
    reply: z.object({ segments: z.number().int(), lines: z.array(BookLine) }),
  },
  /** A few words with an entry that is not kept yet, in the voice of a segment, else the book's. */
  'dictionary.hear': {
    args: z.object({
      projectId: z.string(),
      words: z.string().min(1).max(500),
      entry: DictionaryEntry.nullable(),
      segmentId: z.string().optional(),
    }),
    reply: heard,
  },
  /** Nothing is kept. */
  'dictionary.readCsv': {
    args: z.object({ csv: z.string().max(5_000_000) }),
    reply: z.object({
      entries: Dictionary,
      /** Lines that say nothing: from 1, the head counted. */
      wrong: z.array(z.number().int()),
    }),
  },
  'dictionary.writeCsv': {
    args: z.object({ projectId: z.string().nullable() }),
    reply: z.object({ csv: z.string() }),
  },

  'cast.change': { args: z.object({ projectId: z.string(), ...changed(Cast) }), reply: done },
  /**
   * Each character without a voice gets a fitting one of those at hand, of the narrator's own source first and of none
   * that costs money unless that one does. One step for undo.
   */
  'cast.fitVoices': {
    args: ofProject,
    reply: z.object({
      given: z.number().int(),
      /** Who found no voice that fits. */
      left: z.number().int(),
      ...at,
    }),
  },
  /**
   * One of a character's own lines (null: the narrator's), as it is heard in the book: a ready one, or one that is
   * spoken now and need not be again. Fails with `not-found` where it has none.
   */
  'cast.hear': {
    args: z.object({ projectId: z.string(), speaker: z.string().nullable() }),
    reply: heard.extend({ text: z.string() }),
  },
  /** Who speaks, by the book's own words: asks nobody and changes nothing. */
  'cast.find': {
    args: ofProject,
    reply: z.object({
      characters: z.array(FoundCharacter),
      quotations: z.number().int(),
      /** How many of them, by how their speakers are known. */
      kinds: z.partialRecord(EvidenceKind, z.number().int()),
      /** How many have a speaker at least as sure as this: by tenths, 0 to 1. */
      sure: z.array(z.number().int()).length(11),
      /** The doubtful ones first met, to be looked at. */
      doubtful: z.array(FoundQuotation),
    }),
  },
  /**
   * Gives quotations whose speakers are at least so sure to these characters, in rows of their own: rows are
   * cut at quotation marks. One step for undo. Rows that have a speaker by hand keep him.
   */
  'cast.takeUp': {
    args: z.object({
      projectId: z.string(),
      /** Ids of found characters; they join the cast where they are not in it. */
      characters: z.array(z.string()).min(1).max(mostCharacters),
      confidence: z.number().min(0).max(1),
    }),
    reply: z.object({ lines: z.number().int(), cut: z.number().int(), ended: z.boolean() }),
  },
  /** Every row that the segment's speaker says, in the whole book, gets another (null: the narrator). */
  'cast.assignAlike': {
    args: ofSegment.extend({ speaker: z.string().nullable() }),
    reply: z.object({ count: z.number().int() }),
  },
} as const
