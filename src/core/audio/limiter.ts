// A peak limiter that looks ahead: what would exceed the ceiling is turned down smoothly before it comes.

const lookAheadSeconds = 0.005
/** How fast the gain comes back, per second: a tenth takes 33 ms. Straight, so that it arrives. */
const releasePerSecond = 3

/**
 * Limits in place to `ceiling` (1 is full scale): no sample exceeds it afterwards. Starts and ends at
 * rest, and works only around what is too loud: the rest costs one look and stays as it is, to the
 * bit. Answers whether it did anything.
 */
export function limit(samples: Float32Array, ceiling: number, sampleRate: number): boolean {
  const window = Math.max(1, Math.round(lookAheadSeconds * sampleRate))
  const step = releasePerSecond / sampleRate
  let at = nextAbove(samples, ceiling, 0)
  const isNeeded = at < samples.length
  while (at < samples.length) {
    const start = Math.max(0, at - window)
    let end = at
    while (at < samples.length && at - window <= end) {
      const gain = ceiling / Math.abs(samples[at] as number)
      // Held for a window, released step by step, smoothed over another window.
      end = Math.max(end, at + 2 * window + Math.ceil((1 - gain) / step))
      at = nextAbove(samples, ceiling, at + 1)
    }
    limitStretch(samples.subarray(start, end), ceiling, window, step)
  }
  return isNeeded
}

function nextAbove(samples: Float32Array, ceiling: number, from: number): number {
  let at = from
  for (; at < samples.length; at++) {
    const value = samples[at] as number
    if (value > ceiling || value < -ceiling) break
  }
  return at
}

function limitStretch(samples: Float32Array, ceiling: number, window: number, step: number): void {
  // gains[k] is the lowest that any sample from k - window to k needs. A sample takes the mean of
  // gains[i] to gains[i + window]: all of them know of it, so none lets it through too loud.
  const gains = lowestNeeded(samples, ceiling, window)
  release(gains, step)
  let sum = 0
  for (let k = 0; k < window; k++) sum += gains[k] as number
  for (let i = 0; i < samples.length; i++) {
    sum += gains[i + window] as number
    const value = (samples[i] as number) * (sum / (window + 1))
    samples[i] = value > ceiling ? ceiling : value < -ceiling ? -ceiling : value
    sum -= gains[i] as number
  }
}

function lowestNeeded(samples: Float32Array, ceiling: number, window: number): Float64Array {
  const gains = new Float64Array(samples.length + window).fill(1)
  for (let i = 0; i < samples.length; i++) {
    const level = Math.abs(samples[i] as number)
    if (level <= ceiling) continue
    const gain = ceiling / level
    // Later gains are never below earlier ones here, so the first that is low enough ends the walk.
    for (let k = i + window; k >= i && (gains[k] as number) > gain; k--) gains[k] = gain
  }
  return gains
}

/** Lets the gain fall at once but rise only step by step. */
function release(gains: Float64Array, step: number): void {
  let gain = 1
  for (let k = 0; k < gains.length; k++) {
    gain = Math.min(gains[k] as number, gain + step)
    gains[k] = gain
  }
}
