// One take on the timeline: its own silence trimmed, its edges faded, its voice levelled.
import type { Clip, Take, TakeCut } from '../../contract/index.ts'
import { resampledLength } from '../audio/resampled-length.ts'
import type { VoiceGain } from './voice-gain.ts'

/** What stays of a take's own silence around its sound. */
const keepSeconds = 0.04
const fadeInSeconds = 0.005
const fadeOutSeconds = 0.01

/** The clip of a take, at `at` on a timeline of `sampleRate`; null when the take has no sound. */
export function takeClip(
  take: Take,
  placed: VoiceGain & {
    segmentId: string
    sampleRate: number
    at: number
    /** By hand; it counts for its own take alone. */
    cut?: TakeCut | null | undefined
  },
): Clip | null {
  const { start, end } = heardOf(take, placed.cut)
  if (end <= start) return null
  return {
    source: {
      kind: 'take',
      takeId: take.id,
      audioDigest: take.audioDigest,
      sampleRate: take.sampleRate,
    },
    in: start,
    out: end,
    at: placed.at,
    length: resampledLength(end - start, take.sampleRate, placed.sampleRate),
    gainDb: tenths(placed.gainDb),
    makeUpDb: tenths(placed.makeUpDb),
    fadeInSamples: Math.round(fadeInSeconds * placed.sampleRate),
    fadeOutSamples: Math.round(fadeOutSeconds * placed.sampleRate),
    segmentId: placed.segmentId,
    track: 'voice',
  }
}

/** In samples of the take: as a person has cut it, or its sound with a little around it. */
export function heardOf(
  take: Take,
  cut: TakeCut | null | undefined,
): { start: number; end: number } {
  if (cut?.takeId === take.id) {
    const sampleAt = (seconds: number) =>
      Math.max(0, Math.min(take.samples, Math.round(seconds * take.sampleRate)))
    return { start: sampleAt(cut.startSeconds), end: sampleAt(cut.endSeconds) }
  }
  const { soundStart, soundEnd } = take.analysis
  if (soundEnd <= soundStart) return { start: 0, end: 0 }
  const keep = Math.round(keepSeconds * take.sampleRate)
  return { start: Math.max(0, soundStart - keep), end: Math.min(take.samples, soundEnd + keep) }
}

/** Steps so small are not heard, and a gain measured again mostly stays. */
const tenths = (db: number): number => Math.round(db * 10) / 10
