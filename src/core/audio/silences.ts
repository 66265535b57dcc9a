// Where a take is still: its silences inside, and how much of it they are.
import { windowsPerSecond, windowStart, type Extremes } from './extremes.ts'

/** What is this far below the take's loud windows is silence. */
const thresholdDb = -40
/** And always what is below this swing, of full scale (32768): dither and rounding. */
const floorLevel = 12
/** A shorter gap is the closure of a consonant, no silence. */
const shortestSilence = Math.round(0.1 * windowsPerSecond)

export type Silences = {
  /** Sum of all silences of 0.1 s and more between first and last sound, in seconds. */
  silentSeconds: number
  longestSilenceSeconds: number
}

/**
 * Silences between the samples `[soundStart, soundEnd)`. A constant offset is no sound. `loud` is the
 * take's `loudSwing`.
 */
export function findSilences(
  extremes: Extremes,
  edges: { soundStart: number; soundEnd: number },
  sampleRate: number,
  loud: number,
): Silences {
  const first = firstWindow(edges.soundStart, sampleRate)
  const end = firstWindow(edges.soundEnd, sampleRate)
  const threshold = Math.max(floorLevel, loud * 10 ** (thresholdDb / 20))
  let silent = 0
  let longest = 0
  let run = 0
  for (let window = first; window <= end; window++) {
    if (window < end && swing(extremes, window) <= threshold) {
      run += 1
      continue
    }
    if (run >= shortestSilence) silent += run
    longest = Math.max(longest, run)
    run = 0
  }
  return {
    silentSeconds: silent / windowsPerSecond,
    longestSilenceSeconds: longest / windowsPerSecond,
  }
}

/** Half the way from the lowest to the highest sample of a window: its amplitude without offset. */
export const swing = (extremes: Extremes, window: number): number =>
  ((extremes.high[window] ?? 0) - (extremes.low[window] ?? 0)) / 2

/** Swing that one sounding window in ten goes beyond: the level of vowels, however long it is still. */
export function loudSwing(extremes: Extremes): number {
  const swings = new Float64Array(extremes.low.length)
  for (let window = 0; window < swings.length; window++) swings[window] = swing(extremes, window)
  swings.sort()
  const threshold = (swings.at(-1) ?? 0) * 10 ** (thresholdDb / 20)
  const first = swings.findIndex((value) => value > threshold)
  return first < 0 ? 0 : (swings[Math.floor(first + (swings.length - first) * 0.9)] ?? 0)
}

/** The window a sample lies in. */
function firstWindow(sample: number, sampleRate: number): number {
  const window = Math.floor((sample * windowsPerSecond) / sampleRate)
  return windowStart(window + 1, sampleRate) <= sample ? window + 1 : window
}
