// Integrated loudness of one channel by ITU-R BS.1770-4: K-weighting, 400 ms blocks, two gates.
import type { Samples } from './pcm.ts'

/** Steps a second: a block is four of them, and a new block begins with each. */
export const stepsPerSecond = 10
export const stepsPerBlock = 4
export const absoluteGateLufs = -70
export const relativeGateLu = -10
/** Offset of the standard, so that a 997 Hz sine of full scale measures -3.01 LUFS. */
const offset = -0.691

export type Energy = {
  /** Mean square of all samples, unweighted, full scale is 1. */
  meanSquare: number
  /** Mean of all samples, full scale is 1. */
  mean: number
  /** K-weighted mean square of each full 100 ms. */
  steps: Float64Array
}

/** What a stretch of sound adds to the whole; full scale is 1. */
export type EnergyPart = {
  /** Sums over all its samples. */
  squares: number
  sum: number
  /** Mean square of each full 100 ms, K-weighted and as it is. */
  steps: Float64Array
  plainSteps: Float64Array
}

/** The one pass that loudness and RMS are made from. */
export function measureEnergy(samples: Samples, sampleRate: number): Energy {
  const { squares, sum, steps } = createEnergyMeter(sampleRate)(samples)
  const length = Math.max(1, samples.length)
  return { meanSquare: squares / length, mean: sum / length, steps }
}

/** One channel, stretch by stretch: all but the last must be whole seconds. */
export function createEnergyMeter(sampleRate: number): (samples: Samples) => EnergyPart {
  const shelf = highShelf(sampleRate)
  const high = highPass(sampleRate)
  const { b0, b1, b2, a1, a2 } = shelf
  const { a1: c1, a2: c2 } = high
  /** What the filters remember from one stretch to the next. */
  const memory = new Float64Array(4)
  return (samples) => {
    // Local, because the loop below is where all the time goes.
    let [s1 = 0, s2 = 0, t1 = 0, t2 = 0] = memory
    let total = 0
    let sum = 0
    const count = Math.floor((samples.length * stepsPerSecond) / sampleRate)
    const steps = new Float64Array(count)
    const plainSteps = new Float64Array(count)
    for (let step = 0; step <= count; step++) {
      const start = Math.floor((step * sampleRate) / stepsPerSecond)
      const stepEnd = Math.floor(((step + 1) * sampleRate) / stepsPerSecond)
      const end = step < count ? stepEnd : samples.length
      let weighted = 0
      let plain = 0
      for (let i = start; i < end; i++) {
        const x = samples[i] as number
        plain += x * x
        sum += x
        const y = b0 * x + s1
        s1 = b1 * x + s2 - a1 * y
        s2 = b2 * x - a2 * y
        const z = y + t1
        t1 = t2 - 2 * y - c1 * z
        t2 = y - c2 * z
        weighted += z * z
      }
      // What rings on in long silence would become denormal, and slow.
      if (Math.abs(t1) < 1e-12) s1 = s2 = t1 = t2 = 0
      total += plain
      if (step === count) continue
      steps[step] = weighted / (end - start) / 32_768 ** 2
      plainSteps[step] = plain / (end - start) / 32_768 ** 2
    }
    memory.set([s1, s2, t1, t2])
    return { squares: total / 32_768 ** 2, sum: sum / 32_768, steps, plainSteps }
  }
}

/** Gated loudness in LUFS; null when shorter than 400 ms or all below the absolute gate. */
export function integratedLoudness(steps: Float64Array): number | null {
  const blocks: number[] = []
  for (let first = 0; first + stepsPerBlock <= steps.length; first++) {
    let sum = 0
    for (let step = first; step < first + stepsPerBlock; step++) sum += steps[step] as number
    const energy = sum / stepsPerBlock
    if (lufs(energy) > absoluteGateLufs) blocks.push(energy)
  }
  if (blocks.length === 0) return null
  const gate = mean(blocks) * 10 ** (relativeGateLu / 10)
  return lufs(mean(blocks.filter((energy) => energy > gate)))
}

export const lufs = (energy: number): number => offset + 10 * Math.log10(energy)
const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length

type Biquad = { b0: number; b1: number; b2: number; a1: number; a2: number }

// The standard gives both filters at 48 kHz only; these are the analogue filters behind its numbers,
// transformed for any rate.

function highShelf(sampleRate: number): Biquad {
  const k = Math.tan((Math.PI * 1681.974450955533) / sampleRate)
  const q = 0.7071752369554196
  const gain = 10 ** (3.999843853973347 / 20)
  const middle = gain ** 0.4996667741545416
  const a0 = 1 + k / q + k * k
  return {
    b0: (gain + (middle * k) / q + k * k) / a0,
    b1: (2 * (k * k - gain)) / a0,
    b2: (gain - (middle * k) / q + k * k) / a0,
    a1: (2 * (k * k - 1)) / a0,
    a2: (1 - k / q + k * k) / a0,
  }
}

function highPass(sampleRate: number): Biquad {
  const k = Math.tan((Math.PI * 38.13547087602444) / sampleRate)
  const q = 0.5003270373238773
  const a0 = 1 + k / q + k * k
  return { b0: 1, b1: -2, b2: 1, a1: (2 * (k * k - 1)) / a0, a2: (1 - k / q + k * k) / a0 }
}
