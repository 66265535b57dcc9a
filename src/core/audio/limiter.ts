// A peak limiter that looks ahead: what would exceed the ceiling is turned down smoothly before it comes.

const lookAheadSeconds = 0.005
const releaseSeconds = 0.08

/** The largest absolute sample. */
export function peakOf(samples: Float32Array): number {
  let low = 0
  let high = 0
  for (let i = 0; i < samples.length; i++) {
    const value = samples[i] as number
    if (value > high) high = value
    else if (value < low) low = value
  }
  return Math.max(high, -low)
}

/**
 * Limits in place to `ceiling` (1 is full scale): no sample exceeds it afterwards. Starts and ends at
 * rest. Costs one look at the peak when there is nothing to do. Answers whether it did anything.
 */
export function limit(samples: Float32Array, ceiling: number, sampleRate: number): boolean {
  if (peakOf(samples) <= ceiling) return false
  const window = Math.max(1, Math.round(lookAheadSeconds * sampleRate))
  const wanted = slowestRelease(lowestAhead(samples, ceiling, window), sampleRate)
  // wanted[k] is the gain at sample k - window: it knows the peak a window before it is heard. The
  // mean over the window behind is never above what the sample itself needs, hence no overshoot.
  let sum = 0
  for (let k = 0; k < window; k++) sum += wanted[k] as number
  for (let i = 0; i < samples.length; i++) {
    sum += wanted[i + window] as number
    const value = (samples[i] as number) * (sum / (window + 1))
    samples[i] = value > ceiling ? ceiling : value < -ceiling ? -ceiling : value
    sum -= wanted[i] as number
  }
  return true
}

/** For each moment from `window` before the start: the lowest gain needed within the next `window`. */
function lowestAhead(samples: Float32Array, ceiling: number, window: number): Float64Array {
  const length = samples.length
  const lowest = new Float64Array(length + window).fill(1)
  for (let i = 0; i < length; i++) {
    const level = Math.abs(samples[i] as number)
    if (level <= ceiling) continue
    const gain = ceiling / level
    // Peaks are rare and neighbours share their maximum, so the plain loop is the fast one.
    for (let k = i + window; k >= i && (lowest[k] as number) > gain; k--) lowest[k] = gain
  }
  return lowest
}

/** Lets the gain fall at once but rise only slowly. */
function slowestRelease(gains: Float64Array, sampleRate: number): Float64Array {
  const step = 1 - Math.exp(-1 / (releaseSeconds * sampleRate))
  let gain = 1
  for (let k = 0; k < gains.length; k++) {
    gain += (1 - gain) * step
    if ((gains[k] as number) < gain) gain = gains[k] as number
    gains[k] = gain
  }
  return gains
}
