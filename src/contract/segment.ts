// A segment: the unit that is spoken, shown as a row and made again alone.
import { z } from 'zod'
import { LeftOutReason } from './book.ts'
import { Delivery } from './delivery.ts'
import { Failure } from './failure.ts'
import { longest } from './longest.ts'
import { TakeFlag, TakeId } from './take.ts'
import { mannerRanges } from './usual-manner.ts'
import { VoiceId } from './voice.ts'
import { within } from './within.ts'

/** What is spoken, part by part. Keys digest the canonical JSON of the list. */
export const SpokenPart = z.union([
  z.object({ text: z.string() }),
  z.object({ ipa: z.string(), text: z.string() }),
  z.object({ pauseMs: z.number().int().min(0).max(60_000) }),
])
export type SpokenPart = z.infer<typeof SpokenPart>

/**
 * Where spoken text comes from in the display text: pairs `[spokenOffset, displayOffset]` in UTF-16
 * units, ascending in both; between two anchors the texts run in parallel, never beyond the later one.
 */
export const SourceMap = z.array(z.tuple([z.number().int(), z.number().int()]))
export type SourceMap = z.infer<typeof SourceMap>

/** Spoken text with the map that leads back to the display text. */
export const SpokenText = z.object({ spoken: z.array(SpokenPart), map: SourceMap })
export type SpokenText = z.infer<typeof SpokenText>

/** Which of our pauses follows a segment. Their lengths are settings of the plan, not of the text. */
export const pauseKinds = ['sentence', 'paragraph', 'scene', 'heading', 'chapter'] as const
export const PauseKind = z.enum(pauseKinds)
export type PauseKind = z.infer<typeof PauseKind>

/** What is heard of one take, in seconds of it, where a person has trimmed it by hand. */
export const TakeCut = z.object({
  takeId: TakeId,
  startSeconds: z.number().min(0),
  endSeconds: z.number().min(0),
})
export type TakeCut = z.infer<typeof TakeCut>

/** How a segment is said and heard beside its words. Part of the document; what is usual is absent. */
export const SegmentManner = z.object({
  /** Who says it, by the book's cast; null: the narrator. */
  speaker: z.string().max(64).nullable(),
  /** Factor on its voice's own pace: another is spoken anew. */
  rate: within(mannerRanges.rate),
  /** In another tone than its voice's own; null: in that. Spoken anew. */
  delivery: Delivery.nullable(),
  /** Louder or softer than its voice makes it, in dB. */
  gainDb: within(mannerRanges.gainDb),
  /** Its own pause behind it; null: the book's. */
  pauseMs: within(mannerRanges.pauseMs).int().nullable(),
  /** What a person has marked it for, or nothing but that it is marked; null: it is not. */
  mark: z.string().max(longest.note).nullable(),
  /** Its chosen take stays, whatever becomes of text, voice and pace. */
  isLocked: z.boolean(),
  /** Counts as long as that take is heard. */
  cut: TakeCut.nullable(),
  /** What a person says of its takes. */
  takeNotes: z.record(TakeId, z.string().max(longest.note)),
  /** What is spoken was written by hand: neither dictionary nor language rules touch it. */
  isSaidByHand: z.boolean(),
})
export type SegmentManner = z.infer<typeof SegmentManner>

/** Only some of it: what is set, or what is not usual. */
export const SomeManner = SegmentManner.partial()
export type SomeManner = z.infer<typeof SomeManner>

/**
 * One sentence, or short neighbours of one paragraph. Knows no voice. The display texts of a block's
 * segments, concatenated, are the block's text to the letter.
 */
export const Segment = z.object({
  /** Stable within its project: `c12-340`. Never renumbered. */
  id: z.string(),
  chapterId: z.string(),
  /** Index of its block in the chapter, for paragraph spacing and grouping. */
  block: z.number().int(),
  kind: z.enum(['heading', 'paragraph', 'verse']),
  text: z.string(),
  /** Empty when there is nothing to say (only signs): the row is skipped. */
  spoken: z.array(SpokenPart),
  map: SourceMap,
  /**
   * The words as a careful reader says them, for voices that do not read numbers and short forms
   * themselves. Absent where that is what `spoken` says already.
   */
  normalised: SpokenText.optional(),
  pauseAfter: PauseKind,
  /** Present where it is kept unspoken; what it would say rests in the store until it is put back. */
  leftOut: LeftOutReason.optional(),
  /** Of a note's text: what the marks that lead to it name. */
  noteId: z.string().optional(),
  /** The note marks taken out of its paragraph, at the paragraph's last segment. */
  noteMarks: z.array(z.string()).optional(),
  /** What a person has set for it; absent where all is usual. */
  manner: SomeManner.optional(),
  /** The text that it was translated from, to the letter; absent where it was not. */
  original: z.string().optional(),
})
export type Segment = z.infer<typeof Segment>

/**
 * What a row shows. Derived from takes and the running job, never stored in the document.
 * `stale`: there is sound, but of an earlier text or voice.
 */
export const SegmentStatus = z.discriminatedUnion('state', [
  z.object({ state: z.literal('waiting') }),
  z.object({ state: z.literal('queued') }),
  z.object({ state: z.literal('speaking') }),
  z.object({
    state: z.literal('ready'),
    takeId: z.string(),
    durationSeconds: z.number(),
    /** 48 buckets of peak amplitude, 0 to 100, over the whole take. */
    peaks: z.array(z.number().int().min(0).max(100)),
    /** What seems to be wrong with it; empty where nothing is, or where a person has heard and kept it. */
    flags: z.array(TakeFlag),
    /** Present where this voice speaks instead of the book's own, which could not say it. */
    fallback: VoiceId.optional(),
  }),
  z.object({ state: z.literal('stale'), takeId: z.string(), durationSeconds: z.number() }),
  z.object({ state: z.literal('failed'), failure: Failure }),
  z.object({ state: z.literal('skipped'), reason: z.enum(['nothing-to-say', 'left-out']) }),
])
export type SegmentStatus = z.infer<typeof SegmentStatus>

/** A row of the studio's list. */
export const SegmentRow = z.object({
  id: z.string(),
  chapterId: z.string(),
  /** Position in the book, from 0. */
  position: z.number().int(),
  kind: Segment.shape.kind,
  text: z.string(),
  /** Present where it differs from the display text. */
  spokenText: z.string().optional(),
  edited: z.boolean(),
  leftOut: LeftOutReason.optional(),
  /** What a person has set for it; absent where all is usual. */
  manner: SomeManner.optional(),
  original: Segment.shape.original,
  /** Whose turn it is to speak it: its character's voice, or the book's. */
  voice: VoiceId,
  status: SegmentStatus,
})
export type SegmentRow = z.infer<typeof SegmentRow>
