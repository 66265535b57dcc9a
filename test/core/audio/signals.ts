// Sounds for tests: sines, noise and something with the ups and downs of speech, all from seeds.

/** A sine of `amplitude` (1 is full scale). */
export const sine = (
  hertz: number,
  amplitude: number,
  seconds: number,
  sampleRate: number,
  phase = 0,
): Int16Array => {
  const samples = new Int16Array(Math.round(seconds * sampleRate))
  for (let i = 0; i < samples.length; i++) {
    const turn = Math.sin((2 * Math.PI * hertz * i) / sampleRate + phase)
    samples[i] = Math.round(Math.min(32_767, 32_768 * amplitude * turn))
  }
  return samples
}

/** Numbers from 0 to 1, the same for the same seed. */
export function seeded(seed: number): () => number {
  let state = seed >>> 0 || 1
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return state / 2 ** 32
  }
}

/** Bursts of voiced sound with pauses between, peaky as speech is. */
export function speechLike(seconds: number, sampleRate: number, seed = 1): Int16Array {
  const random = seeded(seed)
  const samples = new Int16Array(Math.round(seconds * sampleRate))
  let pitch = 110
  for (let i = 0; i < samples.length; i++) {
    const second = i / sampleRate
    const syllable = Math.max(0, Math.sin(2 * Math.PI * 3.1 * second)) ** 0.5
    if (i % 500 === 0) pitch = 90 + 60 * random()
    const pulse = Math.exp(-12 * ((second * pitch) % 1))
    const tone = Math.sin(2 * Math.PI * 700 * second) + 0.5 * Math.sin(2 * Math.PI * 2300 * second)
    samples[i] = Math.round(12_000 * syllable * pulse * tone + 20 * (random() - 0.5))
  }
  return samples
}

/** Root mean square of a stretch, 1 is full scale for floats. */
export const rootMeanSquare = (
  samples: ArrayLike<number>,
  from = 0,
  to = samples.length,
): number => {
  let sum = 0
  for (let i = from; i < to; i++) sum += (samples[i] as number) ** 2
  return Math.sqrt(sum / (to - from))
}

/** Samples of digital silence in front of and behind a sound. */
export function padded(sound: Int16Array, before: number, after: number): Int16Array {
  const samples = new Int16Array(before + sound.length + after)
  samples.set(sound, before)
  return samples
}
