// Short-time spectra of a take, at its own rate: bands over time, the mean spectrum, and its shape.
import FFT from 'fft.js'

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
/** Power that is taken for none, so that there is a logarithm. */
const silence = 1e-9

export type Spectrum = {
  frames: number
  /** Level of each band of each frame in dB, `bandCount` numbers a frame, floored. */
  bands: Float32Array
  /** Geometric over arithmetic mean of the loud frames' power: near 0 for vowels, above 0.5 for noise. */
  flatness: number
  /** Centre of the mean amplitude spectrum of the loud frames; 0 when there is none. */
  centroidHz: number
}

/** One pass over the samples. */
export function measureSpectrum(samples: Int16Array, sampleRate: number): Spectrum {
  const size = transformSize(sampleRate)
  const frames = Math.max(
    0,
    Math.floor(((samples.length - size) * framesPerSecond) / sampleRate) + 1,
  )
  const { transform, hann } = transformOf(size)
  const edges = bandEdges(sampleRate, size)
  const from = Math.max(1, Math.ceil((shapeFromHz * size) / sampleRate))
  const to = Math.floor((Math.min(shapeToHz, 0.45 * sampleRate) * size) / sampleRate)
  const bands = new Float32Array(frames * bandCount)
  const shapes: Shapes = {
    power: new Float64Array(frames),
    flatness: new Float64Array(frames),
    weight: new Float64Array(frames),
    moment: new Float64Array(frames),
  }
  const windowed = new Float64Array(size)
  const complex = transform.createComplexArray()
  const powers = new Float64Array(size / 2)

  for (let frame = 0; frame < frames; frame++) {
    const start = Math.floor((frame * sampleRate) / framesPerSecond)
    for (let i = 0; i < size; i++)
      windowed[i] = (samples[start + i] as number) * (hann[i] as number)
    transform.realTransform(complex, windowed)
    for (let bin = 1; bin < size / 2; bin++) {
      const real = complex[bin * 2] as number
      const imaginary = complex[bin * 2 + 1] as number
      powers[bin] = real * real + imaginary * imaginary
    }
    noteShape(shapes, frame, powers, from, to)
    for (let band = 0; band < bandCount; band++) {
      let energy = silence
      const last = edges[band + 1] as number
      for (let bin = edges[band] as number; bin < last; bin++) energy += powers[bin] ?? 0
      bands[frame * bandCount + band] = 10 * Math.log10(energy)
    }
  }
  floorBands(bands)
  return { frames, bands, ...shapeOf(shapes, sampleRate / size) }
}

/** Of each frame: its power, its flatness, and what the centre of its amplitudes is made from. */
type Shapes = Record<'power' | 'flatness' | 'weight' | 'moment', Float64Array>

function noteShape(
  shapes: Shapes,
  frame: number,
  powers: Float64Array,
  from: number,
  to: number,
): void {
  let power = 0
  let logs = 0
  let product = 1
  let weight = 0
  let moment = 0
  for (let bin = from; bin < to; bin++) {
    const value = (powers[bin] as number) + silence
    const amplitude = Math.sqrt(value)
    power += value
    weight += amplitude
    moment += amplitude * bin
    // The logarithm of a product of eight costs an eighth.
    product *= value
    if ((bin & 7) !== 7) continue
    logs += Math.log(product)
    product = 1
  }
  logs += Math.log(product)
  shapes.power[frame] = power
  shapes.flatness[frame] = Math.exp(logs / (to - from)) / (power / (to - from))
  shapes.weight[frame] = weight
  shapes.moment[frame] = moment
}

type Windowed = { transform: FFT; hann: Float64Array }
const made = new Map<number, Windowed>()

/** Tables are made once for each size. */
function transformOf(size: number): Windowed {
  const known = made.get(size)
  if (known) return known
  const hann = Float64Array.from(
    { length: size },
    (_, i) => 0.5 - 0.5 * Math.cos((2 * Math.PI * (i + 0.5)) / size),
  )
  const fresh = { transform: new FFT(size), hann }
  made.set(size, fresh)
  return fresh
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

function shapeOf(shapes: Shapes, binHz: number): { flatness: number; centroidHz: number } {
  const loudest = shapes.power.reduce((most, value) => Math.max(most, value), 0)
  const threshold = loudest * 10 ** (loudDb / 10)
  let loud = 0
  let flatness = 0
  let weight = 0
  let moment = 0
  for (const [frame, power] of shapes.power.entries()) {
    if (loudest < 1 || power < threshold) continue
    loud += 1
    flatness += shapes.flatness[frame] as number
    weight += shapes.weight[frame] as number
    moment += shapes.moment[frame] as number
  }
  if (loud === 0) return { flatness: 0, centroidHz: 0 }
  return { flatness: flatness / loud, centroidHz: (moment / weight) * binHz }
}
