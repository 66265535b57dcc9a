// The peak between the samples, as BS.1770-4 Annex 2 asks: four times oversampled, but only where
// it could matter.
import { peakOfExtremes, windowPeak, windowStart, type Extremes } from './extremes.ts'
import type { Samples } from './pcm.ts'

const taps = 16
const lead = taps / 2 - 1
/** Samples of which one maximum is kept while peaks in floats are looked for. */
const blockLength = 64

type Phase = {
  coefficients: Float64Array
  /** No result exceeds the largest sample nearby by more than this factor. */
  mostGain: number
  /** No result exceeds the two middle products by more than this times the largest sample nearby. */
  rest: number
}
/** The three points between two samples. */
const phases = [0.25, 0.5, 0.75].map(designPhase)
const mostGain = Math.max(...phases.map((phase) => phase.mostGain))

/** Samples on each side that a point between two others is made from. */
export const truePeakReach = taps / 2

/** What is searched of the samples; those around it only reach in. `atLeast` was found before. */
export type PeakStretch = { from: number; to: number; atLeast: number }

/**
 * The largest absolute value at four times the rate, full scale is 32768. `extremes` are those of the
 * stretch, which is all of the samples where it is not given.
 */
export function findTruePeak(
  samples: Samples,
  extremes: Extremes,
  sampleRate: number,
  stretch: PeakStretch = { from: 0, to: samples.length, atLeast: 0 },
): number {
  const { from, to, atLeast } = stretch
  const before = largestOf(samples, 0, from)
  const after = largestOf(samples, to, samples.length)
  const last = extremes.low.length - 1
  let peak = Math.max(atLeast, peakOfExtremes(extremes))
  for (let window = 0; window <= last; window++) {
    const nearby = Math.max(
      window === 0 ? before : windowPeak(extremes, window - 1),
      windowPeak(extremes, window),
      window === last ? after : windowPeak(extremes, window + 1),
    )
    // Most windows end here, because speech is peaky.
    if (nearby * mostGain <= peak) continue
    const start = from + windowStart(window, sampleRate)
    const end = Math.min(to, from + windowStart(window + 1, sampleRate))
    for (const phase of phases) peak = largestBetween(samples, start, end, phase, nearby, peak)
  }
  return peak
}

function largestOf(samples: Samples, from: number, to: number): number {
  let largest = 0
  for (let i = from; i < to; i++) largest = Math.max(largest, Math.abs(samples[i] as number))
  return largest
}

/** Where floats reach above a level, ascending: between samples `at` and `at + 1`, or at the first of them. */
export type PeakAbove = { at: number; level: number }

/** Every place in `[from, to)` whose true peak (or sample) is above `most`, with how high it is. */
export function truePeaksAbove(
  samples: Float32Array,
  most: number,
  from = 0,
  to = samples.length,
): PeakAbove[] {
  const found: PeakAbove[] = []
  let before = blockPeak(samples, from - blockLength)
  let own = blockPeak(samples, from)
  for (let start = from; start < to; start += blockLength) {
    const after = blockPeak(samples, start + blockLength)
    const nearby = Math.max(before, own, after)
    before = own
    own = after
    if (nearby * mostGain <= most) continue
    const end = Math.min(to, start + blockLength)
    for (let at = start; at < end; at++) {
      const level = peakBehind(samples, at, most, nearby)
      if (level > most) found.push({ at, level })
    }
  }
  return found
}

function blockPeak(samples: Float32Array, start: number): number {
  const end = Math.min(samples.length, start + blockLength)
  let peak = 0
  for (let i = Math.max(0, start); i < end; i++) {
    const value = samples[i] as number
    if (value > peak) peak = value
    else if (-value > peak) peak = -value
  }
  return peak
}

/** The largest of a sample and the points behind it, exact where it is above `most`. */
function peakBehind(samples: Float32Array, at: number, most: number, nearby: number): number {
  const one = samples[at] as number
  const two = samples[at + 1] ?? 0
  let level = Math.abs(one)
  for (const { coefficients, rest } of phases) {
    const middle = (coefficients[lead] as number) * one + (coefficients[lead + 1] as number) * two
    if (Math.abs(middle) + rest * nearby <= most) continue
    level = Math.max(level, Math.abs(interpolate(samples, at - lead, coefficients)))
  }
  return level
}

/** The largest of `peak` and the interpolated values of `[start, end)`. */
function largestBetween(
  samples: Samples,
  start: number,
  end: number,
  phase: Phase,
  nearby: number,
  peak: number,
): number {
  const { coefficients } = phase
  const left = coefficients[lead] as number
  const right = coefficients[lead + 1] as number
  const rest = phase.rest * nearby
  let largest = peak
  for (let i = start; i < end; i++) {
    const middle = left * (samples[i] as number) + right * (samples[i + 1] ?? 0)
    if (middle + rest <= largest && rest - middle <= largest) continue
    const value = Math.abs(interpolate(samples, i - lead, coefficients))
    if (value > largest) largest = value
  }
  return largest
}

function interpolate(samples: Samples, first: number, coefficients: Float64Array): number {
  const begin = Math.max(0, -first)
  const end = Math.min(taps, samples.length - first)
  let sum = 0
  for (let tap = begin; tap < end; tap++)
    sum += (coefficients[tap] as number) * (samples[first + tap] as number)
  return sum
}

/** Windowed sinc, `fraction` of a sample after the sample at `lead`. */
function designPhase(fraction: number): Phase {
  const row = Float64Array.from({ length: taps }, (_, tap) => {
    const x = tap - lead - fraction
    const window = 0.5 + 0.5 * Math.cos((Math.PI * x) / (taps / 2))
    return (Math.sin(Math.PI * x) / (Math.PI * x)) * window
  })
  const sum = row.reduce((total, value) => total + value, 0)
  const coefficients = row.map((value) => value / sum)
  const largest = coefficients.reduce((total, value) => total + Math.abs(value), 0)
  const middle = (coefficients[lead] as number) + (coefficients[lead + 1] as number)
  return { coefficients, mostGain: largest, rest: largest - middle }
}
