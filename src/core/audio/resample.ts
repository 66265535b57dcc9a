// The one resampler of preview, waveform and export: a polyphase windowed sinc, by a rational ratio.
import { invariant } from '../base/invariant.ts'

/** Taps of a phase when the rate rises; when it falls, the filter grows with the ratio. */
const baseTaps = 32
/** Kaiser's beta 7 keeps what must not pass 70 dB down. */
const beta = 7
/** Middle of the filter's slope, of the lower Nyquist frequency. */
const cutoff = 0.97
/** Periods that the kernel computes together, so that one coefficient serves four outputs. */
const periods = 4

/**
 * Resamples `input[from, to)` times `gain / 32768`. The first output stands exactly on the first
 * input; sound outside the range counts as silence. The result is `resampledLength` long and belongs
 * to the caller only until the next call.
 */
export type Resampler = (input: Int16Array, from: number, to: number, gain: number) => Float32Array

/** Samples that `count` samples become. */
export function resampledLength(count: number, fromRate: number, toRate: number): number {
  return Math.ceil((count * toRate) / fromRate)
}

/** Makes the filter for a pair of rates in Hz; costs less than a millisecond. */
export function createResampler(fromRate: number, toRate: number): Resampler {
  invariant(Number.isInteger(fromRate) && Number.isInteger(toRate), 'rates are whole numbers of Hz')
  invariant(fromRate > 0 && toRate > 0, 'rates are positive')
  return fromRate === toRate ? createScaler() : createPolyphase(fromRate, toRate)
}

function createScaler(): Resampler {
  let output = new Float32Array(0)
  return (input, from, to, gain) => {
    const length = to - from
    if (output.length < length) output = new Float32Array(length)
    const factor = gain / 32_768
    for (let i = 0; i < length; i++) output[i] = (input[from + i] as number) * factor
    return output.subarray(0, length)
  }
}

function createPolyphase(fromRate: number, toRate: number): Resampler {
  const divisor = greatestDivisor(fromRate, toRate)
  const filter = designFilter(fromRate / divisor, toRate / divisor)
  const lead = filter.taps / 2 - 1
  let padded = new Float64Array(0)
  let output = new Float32Array(0)
  return (input, from, to, gain) => {
    const count = to - from
    const length = resampledLength(count, fromRate, toRate)
    const turns = Math.ceil(length / (periods * filter.up))
    const needed = turns * periods * filter.down + filter.taps + filter.down
    if (padded.length < needed) padded = new Float64Array(needed)
    if (output.length < turns * periods * filter.up)
      output = new Float32Array(turns * periods * filter.up)
    const factor = gain / 32_768
    padded.fill(0, 0, lead)
    for (let i = 0; i < count; i++) padded[lead + i] = (input[from + i] as number) * factor
    padded.fill(0, lead + count, needed)
    convolve(padded, filter, turns, output)
    return output.subarray(0, length)
  }
}

type Filter = {
  up: number
  down: number
  taps: number
  /** `up` phases of `taps` coefficients, in the order in which outputs need them. */
  coefficients: Float64Array
  /** First input of each output within one period. */
  starts: Int32Array
}

/**
 * The inner loop, where most of mastering's time goes. Doubles throughout (no conversions), four
 * outputs of the same phase at a time (one load of a coefficient for four products).
 */
function convolve(input: Float64Array, filter: Filter, turns: number, output: Float32Array): void {
  const { up, down, taps, coefficients, starts } = filter
  for (let turn = 0; turn < turns; turn++) {
    const firstInput = turn * periods * down
    const firstOutput = turn * periods * up
    let c = 0
    for (let phase = 0; phase < up; phase++) {
      const a = firstInput + (starts[phase] as number)
      const b = a + down
      const d = b + down
      const e = d + down
      let sumA = 0
      let sumB = 0
      let sumD = 0
      let sumE = 0
      for (let tap = 0; tap < taps; tap += 2, c += 2) {
        const even = coefficients[c] as number
        const odd = coefficients[c + 1] as number
        sumA += even * (input[a + tap] as number) + odd * (input[a + tap + 1] as number)
        sumB += even * (input[b + tap] as number) + odd * (input[b + tap + 1] as number)
        sumD += even * (input[d + tap] as number) + odd * (input[d + tap + 1] as number)
        sumE += even * (input[e + tap] as number) + odd * (input[e + tap + 1] as number)
      }
      const o = firstOutput + phase
      output[o] = sumA
      output[o + up] = sumB
      output[o + 2 * up] = sumD
      output[o + 3 * up] = sumE
    }
  }
}

function designFilter(down: number, up: number): Filter {
  const ratio = Math.min(1, up / down)
  const taps = 2 * Math.ceil(baseTaps / ratio / 2)
  const half = taps / 2
  const slope = cutoff * ratio
  const coefficients = new Float64Array(up * taps)
  const starts = new Int32Array(up)
  for (let phase = 0; phase < up; phase++) {
    starts[phase] = Math.floor((phase * down) / up)
    const fraction = ((phase * down) % up) / up
    let sum = 0
    for (let tap = 0; tap < taps; tap++) {
      const x = tap - (half - 1) - fraction
      const value = sinc(x * slope) * kaiser(x / half)
      coefficients[phase * taps + tap] = value
      sum += value
    }
    // Every phase passes a constant unchanged, so that no hum at the phases' rate appears.
    for (let tap = 0; tap < taps; tap++) {
      const at = phase * taps + tap
      coefficients[at] = (coefficients[at] as number) / sum
    }
  }
  return { up, down, taps, coefficients, starts }
}

const sinc = (x: number): number => (x === 0 ? 1 : Math.sin(Math.PI * x) / (Math.PI * x))

const kaiser = (x: number): number =>
  Math.abs(x) >= 1 ? 0 : bessel(beta * Math.sqrt(1 - x * x)) / bessel(beta)

/** Modified Bessel function of the first kind, order 0, as its power series. */
function bessel(x: number): number {
  const square = (x * x) / 4
  let sum = 1
  let term = 1
  for (let k = 1; term > sum * 1e-12; k++) {
    term *= square / (k * k)
    sum += term
  }
  return sum
}

function greatestDivisor(a: number, b: number): number {
  return b === 0 ? a : greatestDivisor(b, a % b)
}
