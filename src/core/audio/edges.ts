// Where the sound of a take begins and ends, so that its own silence can be trimmed.
import { peakOfExtremes, windowPeak, windowStart, type Extremes } from './extremes.ts'

/** What is this far below the take's peak is not heard as its beginning or end. */
const thresholdDb = -50
/** And never below this, of full scale (32768): dither and rounding are no sound. */
const floorLevel = 12
/** Windows of 5 ms that must be loud in a row: a single click is no beginning. */
export const hold = 2

/** Level of a window of 5 ms from which it is sound, by the largest sample of all (both of 32768). */
export const soundThreshold = (peak: number): number =>
  Math.max(floorLevel, peak * 10 ** (thresholdDb / 20))

/**
 * First and one-past-last sample of sound at the take's own rate; both 0 when there is none. A take
 * of nothing but a click keeps the click.
 */
export function findEdges(
  extremes: Extremes,
  samples: number,
  sampleRate: number,
): { soundStart: number; soundEnd: number } {
  const threshold = soundThreshold(peakOfExtremes(extremes))
  const windows = extremes.low.length
  const isLoud = (window: number) => windowPeak(extremes, window) > threshold
  const needed = runOfLoud(isLoud, windows, hold) >= 0 ? hold : 1
  const first = runOfLoud(isLoud, windows, needed)
  if (first < 0) return { soundStart: 0, soundEnd: 0 }
  const behind = runOfLoud((window) => isLoud(windows - 1 - window), windows, needed)
  return {
    soundStart: windowStart(first, sampleRate),
    soundEnd: Math.min(samples, windowStart(windows - behind, sampleRate)),
  }
}

/** First window of the first run of `length` loud ones, or -1. */
function runOfLoud(isLoud: (window: number) => boolean, windows: number, length: number): number {
  let run = 0
  for (let window = 0; window < windows; window++) {
    run = isLoud(window) ? run + 1 : 0
    if (run === length) return window - length + 1
  }
  return -1
}
