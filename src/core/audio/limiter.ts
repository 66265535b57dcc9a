// A true-peak limiter that looks ahead: what would exceed the ceiling is turned down smoothly before it comes.
import { truePeaksAbove, type PeakAbove } from './true-peak.ts'

const lookAheadSeconds = 0.005
/** How fast the gain comes back, per second: a tenth takes 33 ms. Straight, so that it arrives. */
const releasePerSecond = 3
/** A changing gain bends what lies between the samples: what it leaves too loud goes round again. */
const mostRounds = 6
/** A little lower than the ceiling is aimed at, so that a second round is rare. */
const aim = 0.999

/** Samples over which what lies between two of them is made of others. */
const reach = 8

type Manner = { ceiling: number; window: number; step: number }

/**
 * Limits in place to `ceiling` (1 is full scale): no sample exceeds it afterwards, and no true peak
 * (BS.1770-4, four times oversampled) of any sound that a voice makes. Starts and ends at rest, and works
 * only around what is too loud: the rest costs one look and stays as it is, to the bit. Answers whether
 * it did anything.
 */
export function limit(samples: Float32Array, ceiling: number, sampleRate: number): boolean {
  const window = Math.max(1, Math.round(lookAheadSeconds * sampleRate))
  const manner = { ceiling, window, step: releasePerSecond / sampleRate }
  const peaks = truePeaksAbove(samples, ceiling)
  let touched = limitOnce(samples, peaks, manner)
  for (let round = 1; touched.length > 0 && round < mostRounds; round++) {
    const left = touched.flatMap(([from, to]) => truePeaksAbove(samples, ceiling, from, to))
    touched = limitOnce(samples, left, manner)
  }
  return peaks.length > 0
}

/** Answers with where it turned anything down, or where a peak may reach from there. */
function limitOnce(
  samples: Float32Array,
  peaks: readonly PeakAbove[],
  manner: Manner,
): [from: number, to: number][] {
  const touched: [number, number][] = []
  const { ceiling, window, step } = manner
  for (let next = 0; next < peaks.length;) {
    const first = next
    const start = Math.max(0, (peaks[first] as PeakAbove).at - window)
    let end = start
    do {
      const { at, level } = peaks[next] as PeakAbove
      // Held for a window, released step by step, smoothed over another window.
      end = Math.max(end, at + 1 + 2 * window + Math.ceil((1 - (aim * ceiling) / level) / step))
      next += 1
    } while (next < peaks.length && (peaks[next] as PeakAbove).at - window <= end)
    end = Math.min(end, samples.length)
    limitStretch(samples.subarray(start, end), start, peaks.slice(first, next), manner)
    touched.push([
      Math.max(start - reach, touched.at(-1)?.[1] ?? 0),
      Math.min(end + reach, samples.length),
    ])
  }
  return touched
}

function limitStretch(
  samples: Float32Array,
  start: number,
  peaks: readonly PeakAbove[],
  { ceiling, window, step }: Manner,
): void {
  // gains[k] is the lowest that any sample from k - window to k needs. A sample takes the mean of
  // gains[i] to gains[i + window]: all of them know of it, so none lets it through too loud.
  const gains = new Float64Array(samples.length + window).fill(1)
  for (const { at, level } of peaks) {
    const gain = (aim * ceiling) / level
    // What lies between two samples is both samples' matter.
    lower(gains, at - start, window, gain)
    lower(gains, Math.min(at + 1 - start, samples.length - 1), window, gain)
  }
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

/** Lets none of the gains from a sample to a window behind it be higher. */
function lower(gains: Float64Array, at: number, window: number, gain: number): void {
  // Later gains are never below earlier ones here, so the first that is low enough ends the walk.
  for (let k = at + window; k >= at && (gains[k] as number) > gain; k--) gains[k] = gain
}

/** Lets the gain fall at once but rise only step by step. */
function release(gains: Float64Array, step: number): void {
  let gain = 1
  for (let k = 0; k < gains.length; k++) {
    gain = Math.min(gains[k] as number, gain + step)
    gains[k] = gain
  }
}
