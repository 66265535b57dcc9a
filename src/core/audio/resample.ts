// The one resampler of preview and export: a polyphase windowed sinc, by a rational ratio.
import { invariant } from '../base/invariant.ts'
import { createConvolver } from './convolve.ts'
import { rateRatio } from './rate-ratio.ts'
import { resampledLength } from './resampled-length.ts'

/** Taps of a phase when the rate rises; when it falls, the filter grows with the ratio. */
const baseTaps = 32
/** The convolver takes eight at a time. */
const tapQuantum = 8
/** Kaiser's beta 7 keeps what must not pass 70 dB down. */
const beta = 7
/** Middle of the filter's slope, of the lower Nyquist frequency. */
const cutoff = 0.97
/** Outputs that are made at a time, so that all of it stays in the processor's cache. */
const stretchLength = 8192

/** Scratch space of this process: every call fills it anew and takes its results out of it. */
const convolver = createConvolver()

/**
 * Resamples `input[from, to)` times `gain / 32768`. The first output stands exactly on the first
 * input; sound outside the range counts as silence. The result is `resampledLength` long and belongs
 * to the caller only until the next call.
 */
export type Resampler = (input: Int16Array, from: number, to: number, gain: number) => Float32Array

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
  const { up, down, taps, coefficients, steps } = designFilter(rateRatio(fromRate, toRate))
  const lead = taps / 2 - 1
  const periods = Math.max(1, Math.floor(stretchLength / up))
  // Where things lie in the convolver's memory, in bytes.
  const stepsAt = coefficients.byteLength
  const inputAt = stepsAt + steps.byteLength
  const inputLength = periods * down + taps
  const outputAt = inputAt + inputLength * 4
  let output = new Float32Array(0)
  return (input, from, to, gain) => {
    const memory = convolver.reserve(outputAt + periods * up * 4)
    new Float32Array(memory, 0, coefficients.length).set(coefficients)
    new Int32Array(memory, stepsAt, steps.length).set(steps)
    const heard = new Float32Array(memory, inputAt, inputLength)
    const made = new Float32Array(memory, outputAt, periods * up)
    const length = resampledLength(to - from, fromRate, toRate)
    if (output.length < length) output = new Float32Array(length)
    for (let done = 0; done < length; done += periods * up) {
      const count = Math.min(periods * up, length - done)
      const first = from + (done / up) * down - lead
      scale(heard, input, { from, to, first, factor: gain / 32_768 })
      const end = outputAt + count * 4
      convolver.run(outputAt, end, inputAt, 0, stepsAt, stepsAt, taps * 4)
      output.set(count < made.length ? made.subarray(0, count) : made, done)
    }
    return output.subarray(0, length)
  }
}

/** Fills `target` with the samples from `first` on, scaled; what lies outside `[from, to)` is silence. */
function scale(
  target: Float32Array,
  input: Int16Array,
  { from, to, first, factor }: { from: number; to: number; first: number; factor: number },
): void {
  const start = Math.max(0, from - first)
  const end = Math.max(start, Math.min(target.length, to - first))
  target.fill(0, 0, start)
  for (let i = start; i < end; i++) target[i] = (input[first + i] as number) * factor
  target.fill(0, end)
}

type Filter = {
  up: number
  down: number
  taps: number
  /** `up` phases of `taps` coefficients, in the order in which outputs need them. */
  coefficients: Float32Array
  /** How far the input moves after each output of a period, in bytes. */
  steps: Int32Array
}

function designFilter({ up, down }: Pick<Filter, 'up' | 'down'>): Filter {
  const ratio = Math.min(1, up / down)
  const taps = tapQuantum * Math.ceil(baseTaps / ratio / tapQuantum)
  const half = taps / 2
  const slope = cutoff * ratio
  const coefficients = new Float32Array(up * taps)
  const steps = new Int32Array(up)
  const startOf = (phase: number) => Math.floor((phase * down) / up)
  for (let phase = 0; phase < up; phase++) {
    steps[phase] = 4 * (startOf(phase + 1) - startOf(phase))
    const fraction = ((phase * down) % up) / up
    const row = Float64Array.from({ length: taps }, (_, tap) => {
      const x = tap - (half - 1) - fraction
      return sinc(x * slope) * kaiser(x / half)
    })
    // Every phase passes a constant unchanged, so that no hum at the phases' rate appears.
    const sum = row.reduce((total, value) => total + value, 0)
    coefficients.set(
      row.map((value) => value / sum),
      phase * taps,
    )
  }
  return { up, down, taps, coefficients, steps }
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
