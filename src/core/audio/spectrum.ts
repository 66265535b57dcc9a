// Short-time spectra of a take, at its own rate: bands over time, the mean spectrum, and its shape.
import { createTransform } from './fourier.ts'

/** Spectra a second. */
export const framesPerSecond = 50
/** Bands of speech, evenly spaced in pitch: what a word looks like. */
export const bandCount = 12
const lowestBandHz = 150
const highestBandHz = 5000
/** Frames this far below the loudest one say nothing of a voice's colour. */
const loudDb = -25
/** Bands this far below the loudest one of all are taken for silence. */
const bandFloorDb = -50
/** What flatness and centroid are measured over, where the rate allows. */
const shapeFromHz = 100
const shapeToHz = 8000

export type Spectrum = {
  frames: number
  /** Level of each band of each frame in dB, `bandCount` numbers a frame, floored. */
  bands: Float32Array
  /** Geometric over arithmetic mean of the loud frames' power: near 0 for vowels, above 0.5 for noise. */
  flatness: number
  /** Centre of the mean amplitude spectrum of the loud frames; 0 when there is none. */
  centroidHz: number
}

/** One pass; two real frames share one complex transform. */
export function measureSpectrum(samples: Int16Array, sampleRate: number): Spectrum {
  const size = transformSize(sampleRate)
  const frames = Math.max(
    0,
    Math.floor(((samples.length - size) * framesPerSecond) / sampleRate) + 1,
  )
  const transform = createTransform(size)
  const edges = bandEdges(sampleRate, size)
  const from = Math.max(1, Math.ceil((shapeFromHz * size) / sampleRate))
  const to = Math.floor((Math.min(shapeToHz, 0.45 * sampleRate) * size) / sampleRate)
  const bands = new Float32Array(frames * bandCount)
  const power = new Float64Array(frames)
  const flat = new Float64Array(frames)
  const shapes: Float32Array[] = []
  const real = new Float64Array(size)
  const imaginary = new Float64Array(size)
  const start = (frame: number) => Math.floor((frame * sampleRate) / framesPerSecond)

  const spectrum = new Float64Array(size / 2)
  const note = (frame: number) => {
    let sum = 0
    let logs = 0
    let product = 1
    const shape = new Float32Array(to - from)
    for (let bin = from; bin < to; bin++) {
      const value = (spectrum[bin] as number) + 1e-9
      sum += value
      shape[bin - from] = Math.sqrt(value)
      // The logarithm of a product of eight costs an eighth.
      product *= value
      if ((bin & 7) !== 7) continue
      logs += Math.log(product)
      product = 1
    }
    logs += Math.log(product)
    power[frame] = sum
    flat[frame] = Math.exp(logs / (to - from)) / (sum / (to - from))
    shapes.push(shape)
    for (let band = 0; band < bandCount; band++) {
      let energy = 1e-9
      const last = edges[band + 1] as number
      for (let bin = edges[band] as number; bin < last; bin++) energy += spectrum[bin] ?? 0
      bands[frame * bandCount + band] = 10 * Math.log10(energy)
    }
  }
  /** The power of the frame that was loaded as real (1) or imaginary (-1) part. */
  const separate = (sign: 1 | -1) => {
    for (let bin = 1; bin < size / 2; bin++) {
      const mirror = size - bin
      const a = (real[bin] as number) + sign * (real[mirror] as number)
      const b = (imaginary[bin] as number) - sign * (imaginary[mirror] as number)
      spectrum[bin] = (a * a + b * b) / 4
    }
  }

  for (let frame = 0; frame < frames; frame += 2) {
    const other = Math.min(frame + 1, frames - 1)
    transform.load(samples, start(frame), real)
    transform.load(samples, start(other), imaginary)
    transform.run(real, imaginary)
    separate(1)
    note(frame)
    if (other === frame) continue
    separate(-1)
    note(other)
  }
  floorBands(bands)
  return { frames, bands, ...shapeOf(power, flat, shapes, from, sampleRate / size) }
}

/** About 25 ms, as a power of two. */
const transformSize = (sampleRate: number): number =>
  2 ** Math.max(5, Math.round(Math.log2(sampleRate * 0.025)))

/** First bin of each band and, last, one past the end of all; every band has a bin. */
function bandEdges(sampleRate: number, size: number): number[] {
  const edges: number[] = []
  const top = Math.min(highestBandHz, 0.45 * sampleRate)
  for (let band = 0; band <= bandCount; band++) {
    const hertz = lowestBandHz * (top / lowestBandHz) ** (band / bandCount)
    const bin = Math.round((hertz * size) / sampleRate)
    edges.push(Math.max(bin, (edges.at(-1) ?? 0) + 1))
  }
  return edges
}

function floorBands(bands: Float32Array): void {
  let loudest = -Infinity
  for (const level of bands) if (level > loudest) loudest = level
  const floor = loudest + bandFloorDb
  for (let i = 0; i < bands.length; i++) if ((bands[i] as number) < floor) bands[i] = floor
}

function shapeOf(
  power: Float64Array,
  flat: Float64Array,
  shapes: readonly Float32Array[],
  from: number,
  binHz: number,
): { flatness: number; centroidHz: number } {
  const loudest = power.reduce((most, value) => Math.max(most, value), 0)
  const threshold = loudest * 10 ** (loudDb / 10)
  let loud = 0
  let flatness = 0
  let weight = 0
  let moment = 0
  for (const [frame, shape] of shapes.entries()) {
    if (loudest < 1 || (power[frame] as number) < threshold) continue
    loud += 1
    flatness += flat[frame] as number
    for (let i = 0; i < shape.length; i++) {
      weight += shape[i] as number
      moment += (shape[i] as number) * (from + i)
    }
  }
  if (loud === 0) return { flatness: 0, centroidHz: 0 }
  return { flatness: flatness / loud, centroidHz: (moment / weight) * binHz }
}
