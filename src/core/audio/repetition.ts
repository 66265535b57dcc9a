// Whether a take says the same thing twice: how alike it is to itself, moved by a third to 0.6 of it.
import { bandCount, framesPerSecond } from './spectrum.ts'

/** Lags looked at, as parts of the sound: a sentence said twice is at a half, thrice at a third. */
const shortestLag = 0.3
const longestLag = 0.6
/** Longer takes are looked at more coarsely, so that the search stays cheap. */
const mostFrames = 1200

export type Repetition = {
  /** Correlation of the bands with themselves at the best lag; 1 is the same sound again. */
  repetition: number
  repetitionLagSeconds: number
}

/** `bands` are levels in dB of frames `[from, to)`, `bandCount` a frame. */
export function findRepetition(bands: Float32Array, from: number, to: number): Repetition {
  const every = Math.max(1, Math.ceil((to - from) / mostFrames))
  const frames = Math.floor((to - from) / every)
  const vectors = centred(bands, from, frames, every)
  const energy = new Float64Array(frames + 1)
  for (let frame = 0; frame < frames; frame++)
    energy[frame + 1] = (energy[frame] as number) + product(vectors, frame, frame)
  let best = 0
  let bestLag = 0
  const lastLag = Math.min(frames - 1, Math.floor(frames * longestLag))
  for (let lag = Math.max(1, Math.ceil(frames * shortestLag)); lag <= lastLag; lag++) {
    let sum = 0
    for (let frame = 0; frame + lag < frames; frame++) sum += product(vectors, frame, frame + lag)
    const head = energy[frames - lag] as number
    const tail = (energy[frames] as number) - (energy[lag] as number)
    const alike = head > 0 && tail > 0 ? sum / Math.sqrt(head * tail) : 0
    if (alike <= best) continue
    best = alike
    bestLag = lag
  }
  return { repetition: best, repetitionLagSeconds: (bestLag * every) / framesPerSecond }
}

/** Each band without its mean, so that silence and vowels pull in different directions. */
function centred(bands: Float32Array, from: number, frames: number, every: number): Float32Array {
  const vectors = new Float32Array(frames * bandCount)
  for (let band = 0; band < bandCount; band++) {
    let total = 0
    for (let frame = 0; frame < frames; frame++) {
      let sum = 0
      for (let i = 0; i < every; i++)
        sum += bands[(from + frame * every + i) * bandCount + band] as number
      vectors[frame * bandCount + band] = sum / every
      total += sum / every
    }
    const mean = total / Math.max(1, frames)
    for (let frame = 0; frame < frames; frame++)
      vectors[frame * bandCount + band] = (vectors[frame * bandCount + band] as number) - mean
  }
  return vectors
}

function product(vectors: Float32Array, one: number, other: number): number {
  let sum = 0
  const a = one * bandCount
  const b = other * bandCount
  for (let band = 0; band < bandCount; band++)
    sum += (vectors[a + band] as number) * (vectors[b + band] as number)
  return sum
}
