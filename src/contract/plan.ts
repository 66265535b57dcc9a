// The assembly plan: the one description that preview, waveform and export are rendered from.
import { z } from 'zod'

/** Raised when the same plan would sound different. Part of every key of rendered sound. */
export const planVersion = 2

/** Groups are rounded up to this many samples: one AAC frame. */
export const groupQuantum = 1024

export const ClipSource = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('take'),
    takeId: z.string(),
    audioDigest: z.string(),
    sampleRate: z.number().int(),
  }),
  z.object({ kind: z.literal('silence') }),
  /** Noise of an RMS level in dB of full scale, the same for the same seed. */
  z.object({ kind: z.literal('room-tone'), levelDb: z.number(), seed: z.number().int() }),
  /** A stretch of a library sound, at the sound's own rate; laid end to end where it loops. */
  z.object({
    kind: z.literal('sound'),
    soundId: z.string(),
    sampleRate: z.number().int(),
    from: z.number().int(),
    to: z.number().int(),
    loop: z.boolean(),
  }),
])
export type ClipSource = z.infer<typeof ClipSource>

/** Amplitudes at samples of a clip, straight between them; before the first and behind the last they stay. */
export const Curve = z.array(z.tuple([z.number().int(), z.number()]))
export type Curve = z.infer<typeof Curve>

/**
 * A stretch of one source on the group's timeline. `in` and `out` are samples of the source at its
 * own rate, of a sound at the plan's; `at` and `length` are samples at the plan's rate, `at` counted from
 * the group's start.
 */
export const Clip = z.object({
  source: ClipSource,
  in: z.number().int(),
  out: z.number().int(),
  at: z.number().int(),
  length: z.number().int(),
  /** In front of the chain, and behind its compressor. */
  gainDb: z.number(),
  makeUpDb: z.number(),
  fadeInSamples: z.number().int(),
  fadeOutSamples: z.number().int(),
  /** The segment heard here; a silence belongs to the segment before it. */
  segmentId: z.string(),
  /** Voices, pauses and what stands in for them follow one another; music lies over them. */
  track: z.enum(['voice', 'music']),
  /** Of music: its fades, and how it makes room for voices, one times the other. */
  curves: z.array(Curve).optional(),
})
export type Clip = z.infer<typeof Clip>

/** What every take of a stretch goes through behind its gain, each clip from rest. */
export const Chain = z.object({
  highPassHz: z.number().nullable(),
  compression: z.object({ ratio: z.number(), thresholdDb: z.number() }).nullable(),
  /** Of true peaks, in dB of full scale. */
  ceilingDb: z.number(),
})
export type Chain = z.infer<typeof Chain>

/** What is rendered at a time: clips on a timeline of their own, and the name of their sound. */
export const Stretch = z.object({
  /** Digest of everything that is heard in it, by audio digests, never by recipes. */
  key: z.string(),
  clips: z.array(Clip),
  chain: Chain,
  /** Length at its rate. */
  samples: z.number().int(),
  /** In Hz. */
  sampleRate: z.number().int(),
})
export type Stretch = z.infer<typeof Stretch>

/**
 * About a minute of whole paragraphs; the unit that is encoded, cached and encoded again. Its length is a
 * multiple of groupQuantum.
 */
export type Group = Stretch

/** The plan of one chapter. Its length is the sum of its groups. */
export const ChapterPlan = z.object({
  version: z.literal(planVersion),
  sampleRate: z.number().int(),
  chapterId: z.string(),
  title: z.string(),
  groups: z.array(Stretch),
})
export type ChapterPlan = z.infer<typeof ChapterPlan>

/** Where a segment is heard in its chapter, for play-head, waveform and captions. */
export const SegmentSpan = z.object({
  segmentId: z.string(),
  startSeconds: z.number(),
  /** Sound and the pause after it. */
  durationSeconds: z.number(),
  /** Same-origin address of the mastered segment, FLAC in fragmented MP4; null while it is not made. */
  address: z.string().nullable(),
})
export type SegmentSpan = z.infer<typeof SegmentSpan>
