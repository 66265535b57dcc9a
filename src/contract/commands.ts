// Every command of the contract: name → { args, reply }. A new command touches no door.
import { z } from 'zod'
import { none, done, ofProject, started } from './command-shapes.ts'
import { Ticket } from './host.ts'
import { BookTags } from './book-tags.ts'
import { ExportEstimate } from './export-estimate.ts'
import { EncodingWish, ExportWish } from './export-wish.ts'
import { Job, SpeechScope } from './job.ts'
import { PastExport } from './past-export.ts'
import { CacheKindStats, PerformanceSample } from './performance.ts'
import { SegmentSpan } from './plan.ts'
import {
  BookReview,
  ChapterProgress,
  EditionChanges,
  NotePlace,
  Project,
  ProjectHistory,
  ProjectSummary,
} from './project.ts'
import { SegmentRow } from './segment.ts'
import { SettingValue } from './settings.ts'
import { Price } from './speech-server.ts'
import { VoiceId } from './voice.ts'
import { soundCommands } from './sound-commands.ts'
import { voiceCommands } from './voice-commands.ts'

const ofChapter = z.object({ projectId: z.string(), chapterId: z.string() })
/** Whether a narration or an export had to end, because its rows are elsewhere now. */
const arranged = z.object({ ended: z.boolean() })
/** `ended`: what a narration or an export had to end for; null where none had to. */
const stepped = ProjectHistory.extend({ ended: z.enum(['lines', 'voice']).nullable() })
const ofJob = z.object({ jobId: z.string() })
const CopyFolder = z.object({ name: z.string().nullable() })

export const commands = {
  'studio.describe': {
    args: none,
    reply: z.object({
      version: z.string(),
      door: z.string(),
      dataFolder: z.string(),
      /** Whether this is the first time this data folder is opened. */
      firstRun: z.boolean(),
    }),
  },

  'library.list': { args: none, reply: z.object({ projects: z.array(ProjectSummary) }) },
  /** Opens the bundled sample story as a project, or finds it again. */
  'library.addSample': { args: none, reply: started },
  'book.import': { args: z.object({ ticket: Ticket }), reply: started },

  'project.open': {
    args: ofProject,
    reply: z.object({
      project: Project,
      progress: z.array(ChapterProgress),
      history: ProjectHistory,
      jobs: z.array(Job),
    }),
  },
  'project.remove': { args: ofProject, reply: done },
  'project.undo': { args: ofProject, reply: stepped },
  'project.redo': { args: ofProject, reply: stepped },
  'project.cast': { args: z.object({ projectId: z.string(), voice: VoiceId }), reply: done },
  /** Which voice may speak what the book's own cannot say; null: none may. */
  'project.allowFallback': {
    args: z.object({ projectId: z.string(), voice: VoiceId.nullable() }),
    reply: done,
  },
  'chapter.tick': {
    args: z.object({
      projectId: z.string(),
      chapters: z.array(z.object({ chapterId: z.string(), spoken: z.boolean() })).min(1),
    }),
    reply: done,
  },
  'chapter.rename': {
    args: ofChapter.extend({ title: z.string().trim().min(1).max(300) }),
    reply: done,
  },
  /** The chapter behind it becomes part of it. */
  'chapter.join': { args: ofChapter, reply: arranged },
  /** A new chapter begins at this segment; nothing happens where one does already. */
  'chapter.split': {
    args: z.object({ projectId: z.string(), segmentId: z.string() }),
    reply: arranged,
  },
  /** So many places on, or back where it is below zero; as far as there are. */
  'chapter.move': { args: ofChapter.extend({ places: z.number().int() }), reply: arranged },
  /** What the reader left out or set apart. */
  'project.review': { args: ofProject, reply: BookReview },
  /** Null where the library has no earlier edition of it. */
  'project.compare': {
    args: ofProject,
    reply: z.object({ changes: EditionChanges.nullable() }),
  },
  'project.placeNotes': {
    args: z.object({ projectId: z.string(), place: NotePlace }),
    reply: arranged,
  },
  /** Mastered positions of a chapter's segments, as far as they can be told. */
  'chapter.timeline': {
    args: z.object({ projectId: z.string(), chapterId: z.string() }),
    reply: z.object({
      spans: z.array(SegmentSpan),
      durationSeconds: z.number(),
      /** Whether every segment of the chapter is ready. */
      complete: z.boolean(),
      /** Peak amplitude, 0 to 1, `peaksPerSecond` a second, over the whole chapter. */
      peaks: z.array(z.number()),
      peaksPerSecond: z.number(),
      /** The whole chapter as WAV with byte ranges; null until it is complete. */
      address: z.string().nullable(),
    }),
  },

  'segment.list': {
    args: z.object({
      projectId: z.string(),
      /** First position in the book. */
      from: z.number().int().min(0),
      count: z.number().int().min(1).max(500),
    }),
    reply: z.object({ rows: z.array(SegmentRow), revision: z.number().int() }),
  },
  'segment.edit': {
    args: z.object({ projectId: z.string(), segmentId: z.string(), text: z.string().max(20_000) }),
    reply: done,
  },
  /** A line that was left out is spoken after all; with `alike` all that were left out for its reason. */
  'segment.putBack': {
    args: z.object({ projectId: z.string(), segmentId: z.string(), alike: z.boolean() }),
    reply: z.object({ count: z.number().int() }),
  },
  /** Speaks a new rendition and pins it. */
  'segment.regenerate': {
    args: z.object({ projectId: z.string(), segmentIds: z.array(z.string()).min(1).max(500) }),
    reply: started,
  },
  /** The nearest flagged segment from a position on, round the end of the book; null: there is none. */
  'segment.findFlagged': {
    args: z.object({
      projectId: z.string(),
      from: z.number().int().min(0),
      direction: z.enum(['forward', 'back']),
    }),
    reply: z.object({ position: z.number().int().nullable() }),
  },
  /** A person has heard a flagged take and keeps it: its flags are gone. */
  'segment.keepFlagged': {
    args: z.object({ projectId: z.string(), segmentId: z.string() }),
    reply: done,
  },
  /** Makes one segment now, ahead of all others, and answers with its span's address. */
  'segment.prepare': {
    args: z.object({ projectId: z.string(), segmentId: z.string() }),
    reply: SegmentSpan,
  },

  'speech.start': {
    args: z.object({
      projectId: z.string(),
      scope: SpeechScope,
      /** Encodes for such an export before it is asked for; `usual`: for one like the book's last, else an M4B. */
      encodeAhead: z.union([EncodingWish, z.literal('usual')]).optional(),
      /** Most that may be spent, in the currency of the voice's price; the job then waits. */
      budget: z.number().positive().optional(),
    }),
    reply: started,
  },
  /** What speaking would need: nothing is asked of any voice. */
  'speech.estimate': {
    args: z.object({ projectId: z.string(), scope: SpeechScope }),
    reply: z.object({
      segments: z.number().int(),
      /** Of them, those that need no speaking. */
      ready: z.number().int(),
      /** To be spoken. */
      characters: z.number().int(),
      /** Null where the voice costs nothing or nobody knows its price. */
      cost: z.object({ amount: z.number(), price: Price }).nullable(),
      /** Null until the voice's pace is known. */
      seconds: z.number().nullable(),
    }),
  },
  /** Where the person listens now: what is heard next is spoken first. */
  'playhead.move': {
    args: z.object({ projectId: z.string(), segmentId: z.string() }),
    reply: done,
  },
  /** Which rows a page shows: spoken next after what is heard. Null: it shows the book no more. */
  'rows.see': {
    args: z.object({
      projectId: z.string(),
      rows: z
        .object({ from: z.number().int().min(0), count: z.number().int().min(1).max(500) })
        .nullable(),
    }),
    reply: done,
  },
  'export.start': {
    args: ExportWish.extend({
      projectId: z.string(),
      ticket: Ticket,
      /** Only these chapters; absent: the ticked ones. */
      chapterIds: z.array(z.string()).min(1).optional(),
      /** A JPEG or PNG in place of the book's cover, in this export alone. */
      cover: Ticket.optional(),
      /** What is finished is copied there as well: to the folder that is remembered, or to a ticket's. */
      copyTo: z.union([z.literal('remembered'), Ticket]).optional(),
    }),
    reply: started,
  },
  /**
   * Mends what a folder for ACX did not pass, as one change of the book, and exports it again: to where it
   * was, or to the ticket's place. Fails with `not-found` where nothing is known to be mended.
   */
  'export.mend': {
    args: z.object({ jobId: z.string(), ticket: Ticket.optional() }),
    reply: started,
  },
  /** What it would come to, from what is counted already: nothing is planned or encoded. */
  'export.estimate': {
    args: ExportWish.extend({
      projectId: z.string(),
      chapterIds: z.array(z.string()).min(1).optional(),
    }),
    reply: ExportEstimate,
  },
  /** What an export says of the book where nothing else is wished. */
  'export.tags': { args: ofProject, reply: BookTags },
  /** What was exported of the book, over restarts too, the last first. */
  'export.history': { args: ofProject, reply: z.object({ exports: z.array(PastExport) }) },
  /** A ticket for `host.reveal`. Fails with `file-missing` where it is gone by now. */
  'export.find': {
    args: z.object({ projectId: z.string(), exportId: z.string() }),
    reply: z.object({ ticket: Ticket }),
  },
  /** Copies a finished export again whose copy is missing. Fails with `not-found` where none is known. */
  'export.copyAgain': { args: ofJob, reply: started },
  /** The name of the folder that finished files are copied to; null: none is chosen. */
  'export.copyFolder': { args: none, reply: CopyFolder },
  /** Remembered for every export to come; null gives it up. */
  'export.chooseCopyFolder': { args: z.object({ ticket: Ticket.nullable() }), reply: CopyFolder },

  'job.list': { args: none, reply: z.object({ jobs: z.array(Job) }) },
  'job.pause': { args: ofJob, reply: done },
  'job.resume': { args: ofJob, reply: done },
  'job.cancel': { args: ofJob, reply: done },

  'cache.stats': {
    args: none,
    reply: z.object({ kinds: z.array(CacheKindStats), maxBytes: z.number() }),
  },
  'cache.clear': { args: none, reply: z.object({ freedBytes: z.number() }) },
  'performance.read': { args: none, reply: z.object({ samples: z.array(PerformanceSample) }) },
  'settings.read': { args: none, reply: z.object({ settings: z.array(SettingValue) }) },
  'settings.change': {
    args: z.object({ name: z.string(), value: z.union([z.number(), z.boolean(), z.string()]) }),
    reply: SettingValue,
  },
  ...soundCommands,
  ...voiceCommands,
} as const

export type Commands = typeof commands
export type CommandName = keyof Commands
export type CommandArgs<N extends CommandName> = z.infer<Commands[N]['args']>
export type CommandReply<N extends CommandName> = z.infer<Commands[N]['reply']>

export const isCommandName = (name: string): name is CommandName => Object.hasOwn(commands, name)
