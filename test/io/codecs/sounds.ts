// Sounds made by arithmetic: the same in every run, and like speech where codecs are concerned.
import { wavHeader } from '../../../src/core/audio/wav-header.ts'

/** A small generator of noise with a seed. */
export function createNoise(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 31 - 1
  }
}

/** Voiced syllables with breath between them: harmonics that glide, and noise; peaks near 0.5. */
export function syllables(count: number, sampleRate: number, seed: number): Int16Array {
  const noise = createNoise(seed)
  const samples = new Int16Array(count)
  let phase = 0
  for (let i = 0; i < count; i++) {
    const seconds = i / sampleRate
    const pitch = 110 + 30 * Math.sin(2 * Math.PI * 0.7 * seconds + seed)
    phase += (2 * Math.PI * pitch) / sampleRate
    let voice = 0
    for (let harmonic = 1; harmonic <= 12; harmonic++)
      voice += Math.sin(phase * harmonic) / (harmonic + 1)
    const rise = Math.min(1, seconds / 0.1)
    const loud = rise * Math.max(0, Math.sin(2 * Math.PI * 3.1 * seconds + seed)) ** 0.7
    samples[i] = Math.round(32_768 * (0.16 * loud * voice + 0.01 * noise()))
  }
  return samples
}

export const bytesOf = (samples: Int16Array): Buffer =>
  Buffer.from(samples.buffer, samples.byteOffset, samples.byteLength)

/** A WAV file of 16-bit mono samples. */
export const wavFile = (samples: Int16Array, sampleRate: number): Buffer =>
  Buffer.concat([wavHeader({ sampleRate, channels: 1, samples: samples.length }), bytesOf(samples)])
