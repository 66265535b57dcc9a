// A window into a long sound at another rate, made without the rest of it: the same samples as in the whole.
import { rateRatio } from './rate-ratio.ts'
import type { Resampler } from './resample.ts'
import { resampledLength } from './resampled-length.ts'

/** Samples of a sound, `from` inclusive, `to` exclusive, both within it. */
export type ReadSamples = (from: number, to: number) => Int16Array

/** A stretch of a sound, in samples at its own rate. */
export type SoundStretch = { from: number; to: number; sampleRate: number }

/** More outputs than the filter is long for any pair of rates that sound has: its beginning is not heard. */
const leadSeconds = 0.02

/**
 * `length` samples at `toRate` from `start` on, where 0 is the stretch's first; silence behind its end. What
 * is before and behind the stretch is silence to the filter. `resample` is from the stretch's rate to
 * `toRate`.
 */
export function soundWindow(
  read: ReadSamples,
  { from, to, sampleRate }: SoundStretch,
  resample: Resampler,
  { toRate, start, length }: { toRate: number; start: number; length: number },
): Float32Array {
  const window = new Float32Array(length)
  const end = Math.min(start + length, resampledLength(to - from, sampleRate, toRate))
  if (end <= start) return window
  const { up, down } = rateRatio(sampleRate, toRate)
  // From a whole period of the filter on, so that every output is made of the same products.
  const lead = sampleRate === toRate ? 0 : Math.ceil(leadSeconds * toRate)
  const period = Math.max(0, Math.floor((start - lead) / up))
  const first = from + period * down
  const behind = Math.ceil((end * down) / up) + Math.ceil(leadSeconds * sampleRate)
  const last = Math.min(to, from + behind)
  const heard = read(first, last)
  const skip = start - period * up
  window.set(resample(heard, 0, heard.length, 1).subarray(skip, skip + end - start))
  return window
}
