// Every command of the contract: name → { args, reply }. A new command touches no door.
import { z } from 'zod'
import { Ticket } from './host.ts'
import { BookTags } from './book-tags.ts'
import { ExportEstimate } from './export-estimate.ts'
import { EncodingWish, ExportWish } from './export-wish.ts'
import { Job, SpeechScope } from './job.ts'
import { PastExport } from './past-export.ts'
import { CacheKindStats, PerformanceSample } from './performance.ts'
import { SegmentSpan } from './plan.ts'
import {
  BookLine,
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
import { SoundCheck } from './sound-check.ts'
import { BookMusic, LibrarySound, SoundNote } from './music.ts'
import { ChapterGain, SoundSettings } from './sound.ts'
import { NeuralOffer, NeuralVoice } from './neural-voice.ts'
import { KeyPlace, Price, ServerPreset, ServerView, SpeechServer } from './speech-server.ts'
import { ProviderName, Voice, VoiceId, VoiceSource } from './voice.ts'

const none = z.object({})
const done = z.object({})
const ofProject = z.object({ projectId: z.string() })
const ofChapter = z.object({ projectId: z.string(), chapterId: z.string() })
/** Whether a narration or an export had to end, because its rows are elsewhere now. */
const arranged = z.object({ ended: z.boolean() })
/** `ended`: what a narration or an export had to end for; null where none had to. */
const stepped = ProjectHistory.extend({ ended: z.enum(['lines', 'voice']).nullable() })
const ofServer = z.object({ id: ProviderName })
const ofJob = z.object({ jobId: z.string() })
const started = z.object({ jobId: z.string() })
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
  /** How the book's takes become sound. Nothing is spoken again, and nothing is made until it is asked for. */
  'project.shapeSound': {
    args: z.object({ projectId: z.string(), sound: SoundSettings }),
    reply: done,
  },
  /** All cues of the book anew. */
  'project.placeMusic': {
    args: z.object({ projectId: z.string(), music: BookMusic }),
    reply: done,
  },
  /** Where its cues at segments are heard; null where the segment is no more. */
  'project.placesOfMusic': {
    args: ofProject,
    reply: z.object({
      places: z.array(z.object({ cueId: z.string(), line: BookLine.nullable() })),
    }),
  },
  /**
   * Brings spoken chapters that are much louder or softer than the book's loudness nearer to it, each with
   * a gain of its own; the ticked ones where none is named. What is near enough stays as it is.
   */
  'project.levelChapters': {
    args: z.object({
      projectId: z.string(),
      chapterIds: z.array(z.string()).min(1).optional(),
    }),
    /** Chapters whose gain is another now. */
    reply: z.object({ levelled: z.number().int() }),
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
  /** Louder or softer by so much than its voices make it. */
  'chapter.level': { args: z.object({ projectId: z.string(), ...ChapterGain.shape }), reply: done },
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

  /**
   * A passage from a segment on, or from the next one in its chapter that has sound, as the book sounds and
   * with its voices untouched: of one length, with the same moments at the same places. One address twice
   * where nothing is done to the voices.
   */
  'sound.compare': {
    args: z.object({ projectId: z.string(), segmentId: z.string() }),
    reply: z.object({
      /** Where it begins. */
      segmentId: z.string(),
      durationSeconds: z.number(),
      shaped: z.string(),
      untouched: z.string(),
    }),
  },
  /** Measures a finished audio file, Lectern's own or any other, and holds it against ACX's rules. */
  'sound.check': { args: z.object({ ticket: Ticket }), reply: SoundCheck },

  /** Music and effects that were brought, one library for all books. */
  'sound.list': {
    args: none,
    reply: z.object({ sounds: z.array(LibrarySound) }),
  },
  /** From a file that was dropped or chosen; the job's end names it. */
  'sound.bring': { args: z.object({ ticket: Ticket }), reply: started },
  'sound.note': { args: SoundNote.extend({ id: z.string() }), reply: LibrarySound },
  /** Fails with `sound-in-use` while a book has a cue of it. */
  'sound.remove': { args: z.object({ id: z.string() }), reply: done },

  'job.list': { args: none, reply: z.object({ jobs: z.array(Job) }) },
  'job.pause': { args: ofJob, reply: done },
  'job.resume': { args: ofJob, reply: done },
  'job.cancel': { args: ofJob, reply: done },

  'voice.list': {
    /** `fresh` asks every source, whatever is remembered of its list. */
    args: z.object({ fresh: z.boolean().optional() }),
    reply: z.object({ voices: z.array(Voice), sources: z.array(VoiceSource) }),
  },
  'voice.preview': {
    args: z.object({ voice: VoiceId }),
    reply: z.object({ address: z.string(), durationSeconds: z.number() }),
  },

  'server.list': {
    args: none,
    reply: z.object({
      servers: z.array(ServerView),
      presets: z.array(ServerPreset),
      keys: KeyPlace,
    }),
  },
  /** Adds or replaces by id. A key stays only while every address is one that it was entered for. */
  'server.save': { args: z.object({ server: SpeechServer }), reply: ServerView },
  'server.remove': { args: ofServer, reply: done },
  /** Null forgets it. */
  'server.setKey': {
    args: z.object({ id: ProviderName, key: z.string().max(1000).nullable() }),
    reply: ServerView,
  },
  /** Speaks one word; a failure is part of the answer. */
  'server.check': { args: ofServer, reply: ServerView },

  /** Neural voices on this machine's disk, and the well-known ones that can be fetched. */
  'neural.list': {
    args: none,
    reply: z.object({ voices: z.array(NeuralVoice), offers: z.array(NeuralOffer) }),
  },
  /** From a folder or a file that was dropped or chosen. */
  'neural.add': { args: z.object({ ticket: Ticket }), reply: started },
  'neural.download': { args: z.object({ id: z.string() }), reply: started },
  'neural.remove': { args: z.object({ id: z.string() }), reply: done },

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
} as const

export type Commands = typeof commands
export type CommandName = keyof Commands
export type CommandArgs<N extends CommandName> = z.infer<Commands[N]['args']>
export type CommandReply<N extends CommandName> = z.infer<Commands[N]['reply']>

export const isCommandName = (name: string): name is CommandName => Object.hasOwn(commands, name)
