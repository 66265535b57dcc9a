// A cue as it is planned: its stretch of a sound, its level, its length, and the clip it makes.
import type { Clip, Curve } from '../../contract/index.ts'
import { curveWithin } from '../audio/curve.ts'
import { resampledLength } from '../audio/resampled-length.ts'

/** Where the beginning of a repetition is mixed with the end of the one before it, at the most. */
const crossSeconds = 1

/** A sound as a chapter hears it; `from` and `to` in samples at its own rate. */
export type CueSound = {
  soundId: string
  sampleRate: number
  from: number
  to: number
  gainDb: number
  /** The loudest it gets with that gain, in dB of full scale. */
  peakDb: number
  fadeInMs: number
  fadeOutMs: number
  loop: boolean
  /** Of a bed: how much softer under a voice. */
  duckDb: number
}

/** The cues of one chapter. */
export type ChapterMusic = {
  intro: readonly CueSound[]
  outro: readonly CueSound[]
  bed: readonly CueSound[]
  /** By segment. */
  at: ReadonlyMap<string, SegmentCues>
}
export type SegmentCues = Record<'before' | 'under' | 'after', CueSound[]>

/** Samples at a rate in Hz that a sound takes, heard once. */
export const lengthOf = (
  { from, to, sampleRate }: Pick<CueSound, 'from' | 'to' | 'sampleRate'>,
  rate: number,
): number => resampledLength(to - from, sampleRate, rate)

/** Samples at a rate over which one repetition of a sound goes over into the next. */
export const crossingOf = (samples: number, rate: number): number =>
  Math.min(Math.round(crossSeconds * rate), samples >> 2)

/** A place on a timeline: samples at `sampleRate`, `to` exclusive. */
export type CuePlaced = { segmentId: string; at: number; length: number; sampleRate: number }

/**
 * The whole of a cue on a timeline. It is heard until its sound or its place ends, whichever is first, and is
 * faded to that end. `duck` counts from the clip's beginning.
 */
export function cueClip(cue: CueSound, placed: CuePlaced, duck?: Curve): Clip | null {
  const { segmentId, at, sampleRate } = placed
  const { soundId, from, to, loop } = cue
  const once = lengthOf(cue, sampleRate)
  const length = loop ? placed.length : Math.min(placed.length, once)
  // A cue may begin behind the end of its sound: nothing of that can be repeated.
  if (length <= 0 || once <= 0) return null
  const fades = fadeCurve(cue, length, sampleRate)
  return {
    source: { kind: 'sound', soundId, sampleRate: cue.sampleRate, from, to, loop },
    ...{ in: 0, out: length, at, length, gainDb: cue.gainDb, makeUpDb: 0 },
    ...{ fadeInSamples: 0, fadeOutSamples: 0, segmentId, track: 'music' },
    curves: duck && duck.length > 0 ? [fades, duck] : [fades],
  }
}

/** Shorter ones would click. */
const leastFadeMs = 5

/** In and out; where they would meet each takes its share. */
function fadeCurve(cue: CueSound, length: number, sampleRate: number): Curve {
  const inSamples = (ms: number) => Math.round((Math.max(leastFadeMs, ms) * sampleRate) / 1000)
  const [rise, fall] = [inSamples(cue.fadeInMs), inSamples(cue.fadeOutMs)]
  const share = Math.min(1, length / (rise + fall))
  return [
    [0, 0],
    [Math.floor(rise * share), 1],
    [length - Math.floor(fall * share), 1],
    [length, 0],
  ]
}

/** The part of a cue's clip from `from` to `to` of the timeline, for another segment, to the bit as it was. */
export function partOfClip(clip: Clip, from: number, to: number, segmentId: string): Clip | null {
  const start = Math.max(from, clip.at)
  const end = Math.min(to, clip.at + clip.length)
  if (end <= start) return null
  const cut = start - clip.at
  const length = end - start
  return {
    ...clip,
    ...{ in: clip.in + cut, out: clip.in + cut + length, at: start, length, segmentId },
    curves: (clip.curves ?? []).map((curve) => curveWithin(curve, cut, cut + length)),
  }
}
