// Every command of the contract: name → { args, reply }. A new command touches no door.
import { z } from 'zod'
import { creditsCommands } from './credits-commands.ts'
import { dataCommands } from './data-commands.ts'
import { deskCommands } from './desk-commands.ts'
import { none, done, ofProject, started } from './command-shapes.ts'
import { Ticket } from './host.ts'
import { EncodingWish } from './export-wish.ts'
import { Job, SpeechScope } from './job.ts'
import { listenCommands } from './listen-commands.ts'
import { longest } from './longest.ts'
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
import { exportCommands } from './export-commands.ts'
import { placeCommands } from './place-commands.ts'
import { queueCommands } from './queue-commands.ts'
import { scriptCommands } from './script-commands.ts'
import { translationCommands } from './translation-commands.ts'
import { shelfCommands } from './shelf-commands.ts'
import { farmCommands } from './farm-commands.ts'
import { updateCommands } from './update-commands.ts'
import { watchCommands } from './watch-commands.ts'
import { writeCommands } from './write-commands.ts'

const ofChapter = z.object({ projectId: z.string(), chapterId: z.string() })
/** Whether a narration or an export had to end, because its rows are elsewhere now. */
const arranged = z.object({ ended: z.boolean() })
const stepped = ProjectHistory.extend({
  /** Whether there was a step to be taken. */
  taken: z.boolean(),
  /** What a narration or an export had to end for; null where none had to. */
  ended: z.enum(['lines', 'voice']).nullable(),
})
const ofJob = z.object({ jobId: z.string() })

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
  /** With `revision` only while the project is still at it: else nothing is taken back. */
  'project.undo': {
    args: ofProject.extend({ revision: z.number().int().optional() }),
    reply: stepped,
  },
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
    args: ofChapter.extend({ title: z.string().trim().min(1).max(longest.title) }),
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
  /** With `from`, the text that was written over: fails with `segment-changed` where it is another by now. */
  'segment.edit': {
    args: z.object({
      projectId: z.string(),
      segmentId: z.string(),
      text: z.string().max(longest.text),
      from: z.string().optional(),
    }),
    reply: done,
  },
  /** A line that was left out is spoken after all; with `alike` all that were left out for its reason. */
  'segment.putBack': {
    args: z.object({ projectId: z.string(), segmentId: z.string(), alike: z.boolean() }),
    reply: z.object({ count: z.number().int() }),
  },
  /** Speaks a new rendition and pins it; by another voice than whose turn it is, it is locked as well. */
  'segment.regenerate': {
    args: z.object({
      projectId: z.string(),
      segmentIds: z.array(z.string()).min(1).max(500),
      voice: VoiceId.optional(),
    }),
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
      /** What its takes will need, about, and what is free where they rest; null where nobody can tell. */
      disk: z.object({ bytes: z.number(), freeBytes: z.number().nullable() }),
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

  'job.list': { args: none, reply: z.object({ jobs: z.array(Job) }) },
  'job.pause': { args: ofJob, reply: done },
  /**
   * With `budget` as much may be spent from now on, in the currency of the job; null: as much as it takes. Without
   * it: as much again as before.
   */
  'job.resume': {
    args: ofJob.extend({ budget: z.number().positive().nullable().optional() }),
    reply: done,
  },
  'job.cancel': { args: ofJob, reply: done },

  'settings.read': { args: none, reply: z.object({ settings: z.array(SettingValue) }) },
  'settings.change': {
    args: z.object({ name: z.string(), value: z.union([z.number(), z.boolean(), z.string()]) }),
    reply: SettingValue,
  },
  ...creditsCommands,
  ...dataCommands,
  ...deskCommands,
  ...exportCommands,
  ...placeCommands,
  ...queueCommands,
  ...scriptCommands,
  ...translationCommands,
  ...listenCommands,
  ...shelfCommands,
  ...soundCommands,
  ...farmCommands,
  ...updateCommands,
  ...voiceCommands,
  ...watchCommands,
  ...writeCommands,
} as const

export type Commands = typeof commands
export type CommandName = keyof Commands
export type CommandArgs<N extends CommandName> = z.infer<Commands[N]['args']>
export type CommandReply<N extends CommandName> = z.infer<Commands[N]['reply']>

export const isCommandName = (name: string): name is CommandName => Object.hasOwn(commands, name)
