// The median pitch of a voice in a take, by autocorrelation of some of its loud moments.
import { windowsPerSecond, type Extremes } from './extremes.ts'
import { swing } from './silences.ts'

/** Pitch is looked for at about this rate: its overtones above do not matter. */
const workingRate = 4400
const lowestHz = 55
const highestHz = 420
const momentSeconds = 0.05
/** Moments looked at, spread evenly over the loud ones. */
const mostMoments = 60
/** Autocorrelation below this is no voice but breath. */
const voicedFrom = 0.6
/** The shortest period that is nearly as good as the best: the best may be its double. */
const nearlyBest = 0.88
/** Fewer voiced moments tell nothing. */
const fewestMoments = 5

/** Median pitch in Hz of the voiced moments; null when there are hardly any. `loud` is the take's `loudSwing`. */
export function medianPitch(
  samples: Int16Array,
  extremes: Extremes,
  sampleRate: number,
  loud: number,
): number | null {
  const moments = loudMoments(extremes, loud * 0.25)
  const every = Math.max(1, moments.length / mostMoments)
  const pitches: number[] = []
  for (let i = 0; i < moments.length; i += every) {
    const window = moments[Math.floor(i)] as number
    const pitch = pitchAt(samples, Math.floor((window * sampleRate) / windowsPerSecond), sampleRate)
    if (pitch !== null) pitches.push(pitch)
  }
  if (pitches.length < fewestMoments) return null
  pitches.sort((a, b) => a - b)
  return pitches[Math.floor(pitches.length / 2)] as number
}

/** Windows from which on `momentSeconds` are loud at both ends. */
function loudMoments(extremes: Extremes, threshold: number): number[] {
  const length = Math.round(momentSeconds * windowsPerSecond)
  const windows: number[] = []
  for (let window = 0; window + length <= extremes.low.length; window++)
    if (
      swing(extremes, window) > threshold &&
      swing(extremes, window + length - 1) > threshold &&
      threshold > 0
    )
      windows.push(window)
  return windows
}

function pitchAt(samples: Int16Array, start: number, sampleRate: number): number | null {
  const factor = Math.max(1, Math.round(sampleRate / workingRate))
  const rate = sampleRate / factor
  const longest = Math.ceil(rate / lowestHz)
  const shortest = Math.max(2, Math.floor(rate / highestHz))
  const length = Math.floor(momentSeconds * rate) + longest
  const moment = averaged(samples, start, length, factor)
  if (!moment) return null
  const compared = length - longest
  const alike = new Float64Array(longest + 1)
  const one = energyOf(moment, 0, compared)
  // The moved stretch's energy is carried on from lag to lag.
  let other = energyOf(moment, shortest, compared)
  let best = 0
  for (let lag = shortest; lag <= longest; lag++) {
    let cross = 0
    for (let i = 0; i < compared; i++) cross += (moment[i] as number) * (moment[i + lag] as number)
    alike[lag] = one > 0 && other > 0 ? cross / Math.sqrt(one * other) : 0
    best = Math.max(best, alike[lag] as number)
    other += (moment[lag + compared] ?? 0) ** 2 - (moment[lag] as number) ** 2
  }
  if (best < voicedFrom) return null
  for (let lag = shortest + 1; lag < longest; lag++) {
    const here = alike[lag] as number
    const before = alike[lag - 1] as number
    const after = alike[lag + 1] as number
    if (here < best * nearlyBest || here < before || here < after) continue
    // The top of the parabola through three points lies between two lags.
    const bend = before - 2 * here + after
    return rate / (lag + (bend < 0 ? (0.5 * (before - after)) / bend : 0))
  }
  return null
}

function energyOf(values: Float64Array, start: number, length: number): number {
  let sum = 0
  for (let i = start; i < start + length; i++) sum += (values[i] as number) ** 2
  return sum
}

/** `factor` samples as one, without their mean; null beyond the end. */
function averaged(
  samples: Int16Array,
  start: number,
  length: number,
  factor: number,
): Float64Array | null {
  if (start + length * factor > samples.length) return null
  const moment = new Float64Array(length)
  let total = 0
  for (let i = 0; i < length; i++) {
    let sum = 0
    for (let j = 0; j < factor; j++) sum += samples[start + i * factor + j] as number
    moment[i] = sum
    total += sum
  }
  const mean = total / length
  for (let i = 0; i < length; i++) moment[i] = (moment[i] as number) - mean
  return moment
}
