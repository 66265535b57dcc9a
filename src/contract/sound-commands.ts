// Commands about how a book sounds: its shape, its music, and what finished files measure.
import { z } from 'zod'
import { none, done, ofProject, started } from './command-shapes.ts'
import { Ticket } from './host.ts'
import { BookLine } from './project.ts'
import { SoundCheck } from './sound-check.ts'
import { BookMusic, LibrarySound, SoundNote } from './music.ts'
import { ChapterGain, SoundSettings } from './sound.ts'

export const soundCommands = {
  /** How the book's takes become sound. Nothing is spoken again, and nothing is made until it is asked for. */
  'project.shapeSound': {
    args: z.object({ projectId: z.string(), sound: SoundSettings }),
    reply: done,
  },
  /**
   * Cues of the book that are new or other than they were, by id, and those that it gives up: what another
   * page has placed meanwhile stays. Fails with `arguments-invalid` where there would be too many.
   */
  'project.placeMusic': {
    args: z.object({ projectId: z.string(), put: BookMusic, remove: z.array(z.string()) }),
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
  /** Louder or softer by so much than its voices make it. */
  'chapter.level': { args: z.object({ projectId: z.string(), ...ChapterGain.shape }), reply: done },

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
} as const
