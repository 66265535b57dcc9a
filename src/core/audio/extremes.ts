// Lowest and highest sample of every 5 ms: peaks, edges and true peak are all read from these.
import type { Samples } from './pcm.ts'

/** Windows a second. */
export const windowsPerSecond = 200

export type Extremes = {
  /** One lowest and one highest sample per window; the last window may be shorter. */
  low: Samples
  high: Samples
}

/** First sample of a window; windows follow the clock at every rate, so some are a sample longer. */
export const windowStart = (window: number, sampleRate: number): number =>
  Math.floor((window * sampleRate) / windowsPerSecond)

/** One pass over the samples. Windows repeat every second, so whole seconds may come one after the other. */
export function findExtremes(samples: Samples, sampleRate: number): Extremes {
  const count = Math.ceil((samples.length * windowsPerSecond) / sampleRate)
  const List = samples instanceof Int16Array ? Int16Array : Float32Array
  const low = new List(count)
  const high = new List(count)
  for (let window = 0; window < count; window++) {
    const end = Math.min(samples.length, windowStart(window + 1, sampleRate))
    const start = windowStart(window, sampleRate)
    let lowest = samples[start] ?? 0
    let highest = lowest
    for (let i = start + 1; i < end; i++) {
      const value = samples[i] as number
      if (value > highest) highest = value
      if (value < lowest) lowest = value
    }
    low[window] = lowest
    high[window] = highest
  }
  return { low, high }
}

/** The largest absolute sample of one window, 0 to 32768. */
export const windowPeak = (extremes: Extremes, window: number): number =>
  Math.max(extremes.high[window] ?? 0, -(extremes.low[window] ?? 0))

/** The largest absolute sample of all, 0 to 32768. */
export function peakOfExtremes(extremes: Extremes): number {
  let peak = 0
  for (let window = 0; window < extremes.low.length; window++)
    peak = Math.max(peak, windowPeak(extremes, window))
  return peak
}
