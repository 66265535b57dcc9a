// Music and effects: the sounds a person keeps, and the cues that place them in a book.
import { z } from 'zod'
import { within } from './within.ts'

/** From where to where each value of a cue may go. */
export const cueRanges = {
  gainDb: { min: -48, max: 12 },
  duckDb: { min: 0, max: 36 },
  fadeMs: { min: 0, max: 30_000 },
  ms: { min: 0, max: 3_600_000 },
} as const

/** No sound may be longer, in seconds. */
export const longestSoundSeconds = 3600

/** No book may have more cues. */
export const mostCues = 500

/** A sound of the library, one for all books. */
export const LibrarySound = z.object({
  /** Hex SHA-256 of its samples and their rate: the same sound brought again is the same sound. */
  id: z.string().regex(/^[0-9a-f]{64}$/),
  name: z.string(),
  /** What a person notes of where it comes from and how it may be used. */
  licence: z.string(),
  /** Of one channel, at its own rate in Hz. */
  samples: z.number().int(),
  sampleRate: z.number().int(),
  /** In LUFS; null where it is too short or too soft to have one. */
  loudnessLufs: z.number().nullable(),
  /** In dB of full scale. */
  truePeakDb: z.number(),
  bytes: z.number().int(),
  addedAt: z.number(),
})
export type LibrarySound = z.infer<typeof LibrarySound>

/** What a person may say of a sound. */
export const SoundNote = z.object({
  name: z.string().trim().min(1).max(200),
  licence: z.string().trim().max(1000),
})
export type SoundNote = z.infer<typeof SoundNote>

/** In which chapters: where the book begins (or ends), in each, or in one. */
export const CueChapters = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('book') }),
  z.object({ kind: z.literal('every') }),
  z.object({ kind: z.literal('one'), chapterId: z.string() }),
])
export type CueChapters = z.infer<typeof CueChapters>

export const CuePlace = z.discriminatedUnion('kind', [
  /** Alone, before the chapter's first words. */
  z.object({ kind: z.literal('intro'), chapters: CueChapters }),
  /** Alone, behind its last ones. */
  z.object({ kind: z.literal('outro'), chapters: CueChapters }),
  /** Under all of a chapter, softer by `duckDb` where somebody speaks. */
  z.object({
    kind: z.literal('bed'),
    chapters: CueChapters,
    duckDb: within(cueRanges.duckDb),
  }),
  /** At a segment: alone before it, with it, or alone behind it. */
  z.object({ kind: z.literal('before'), segmentId: z.string() }),
  z.object({ kind: z.literal('under'), segmentId: z.string() }),
  z.object({ kind: z.literal('after'), segmentId: z.string() }),
])
export type CuePlace = z.infer<typeof CuePlace>
export type CueKind = CuePlace['kind']

/** A sound at a place of a book. */
export const Cue = z.object({
  id: z.string().min(1).max(64),
  soundId: z.string(),
  /** The sound's name, for when the library has it no more. */
  name: z.string().max(200),
  place: CuePlace,
  /** Beside the voices' loudness; in an untouched book beside its own. */
  gainDb: within(cueRanges.gainDb),
  fadeInMs: within(cueRanges.fadeMs).int(),
  fadeOutMs: within(cueRanges.fadeMs).int(),
  /** What is heard of the sound; null: to its end. */
  fromMs: within(cueRanges.ms).int(),
  lengthMs: within({ min: 20, max: cueRanges.ms.max }).int().nullable(),
  /** Begins anew as long as its place lasts: of a bed, and of an effect under a segment. */
  loop: z.boolean(),
})
export type Cue = z.infer<typeof Cue>

/** All cues of a book. */
export const BookMusic = z.array(Cue).max(mostCues)

/** What a cue begins with. */
export const usualCue: Record<CueKind, Pick<Cue, 'gainDb' | 'fadeInMs' | 'fadeOutMs' | 'loop'>> = {
  intro: { gainDb: 0, fadeInMs: 20, fadeOutMs: 2000, loop: false },
  outro: { gainDb: 0, fadeInMs: 500, fadeOutMs: 3000, loop: false },
  bed: { gainDb: -8, fadeInMs: 2000, fadeOutMs: 3000, loop: true },
  before: { gainDb: -3, fadeInMs: 5, fadeOutMs: 50, loop: false },
  under: { gainDb: -9, fadeInMs: 5, fadeOutMs: 300, loop: false },
  after: { gainDb: -3, fadeInMs: 5, fadeOutMs: 50, loop: false },
}

/** How much softer a bed is under a voice at first, in dB. */
export const usualDuckDb = 10
