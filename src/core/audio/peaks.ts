// Waveforms: signed 8-bit lowest and highest value, 100 pairs a second.
import { windowsPerSecond, type Extremes } from './extremes.ts'

/** Pairs a second of stored peaks. */
export const peakPairsPerSecond = 100

/** Lowest, highest, lowest, highest …: signed bytes in a Uint8Array. */
export function peaksOf(extremes: Extremes): Uint8Array {
  const windows = windowsPerSecond / peakPairsPerSecond
  const count = Math.ceil(extremes.low.length / windows)
  const peaks = new Int8Array(count * 2)
  for (let pair = 0; pair < count; pair++) {
    let low = 32_767
    let high = -32_768
    const end = Math.min(extremes.low.length, (pair + 1) * windows)
    for (let window = pair * windows; window < end; window++) {
      low = Math.min(low, extremes.low[window] as number)
      high = Math.max(high, extremes.high[window] as number)
    }
    peaks[pair * 2] = toByte(low)
    peaks[pair * 2 + 1] = toByte(high)
  }
  return new Uint8Array(peaks.buffer)
}

const toByte = (sample: number): number => Math.max(-128, Math.min(127, (sample + 128) >> 8))

/** The largest amplitude (0 to 1) among the pairs `[from, to)` of stored peaks. */
export function peakAmplitude(peaks: Uint8Array, from: number, to: number): number {
  const end = Math.min(to * 2, peaks.length)
  let largest = 0
  for (let i = Math.max(0, from * 2); i < end; i++) {
    const value = ((peaks[i] as number) << 24) >> 24
    if (value > largest) largest = value
    else if (-value > largest) largest = -value
  }
  return largest / 128
}

/** A row's small waveform: `buckets` amplitudes from 0 to 100 over the whole take. */
export function rowPeaks(peaks: Uint8Array, buckets = 48): number[] {
  const pairs = peaks.length / 2
  return Array.from({ length: buckets }, (_, bucket) => {
    const from = Math.floor((bucket * pairs) / buckets)
    const to = Math.max(from + 1, Math.floor(((bucket + 1) * pairs) / buckets))
    return Math.round(peakAmplitude(peaks, from, to) * 100)
  })
}

/** Amplitudes from 0 to 100 of a whole take, one for each stored pair. */
export const allPeaks = (peaks: Uint8Array): number[] =>
  Array.from({ length: peaks.length / 2 }, (_, pair) =>
    Math.round(peakAmplitude(peaks, pair, pair + 1) * 100),
  )
