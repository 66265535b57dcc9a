// Lowest and highest sample of every 5 ms: peaks, edges and true peak are all read from these.

/** Windows a second. */
export const windowsPerSecond = 200

export type Extremes = {
  /** One lowest and one highest sample per window; the last window may be shorter. */
  low: Int16Array
  high: Int16Array
}

/** First sample of a window; windows follow the clock at every rate, so some are a sample longer. */
export const windowStart = (window: number, sampleRate: number): number =>
  Math.floor((window * sampleRate) / windowsPerSecond)

/** One pass over the samples. */
export function findExtremes(samples: Int16Array, sampleRate: number): Extremes {
  const count = Math.ceil((samples.length * windowsPerSecond) / sampleRate)
  const low = new Int16Array(count)
  const high = new Int16Array(count)
  for (let window = 0; window < count; window++) {
    const end = Math.min(samples.length, windowStart(window + 1, sampleRate))
    let lowest = 32_767
    let highest = -32_768
    for (let i = windowStart(window, sampleRate); i < end; i++) {
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
