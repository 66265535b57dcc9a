// The sound of a quiet room: soft noise in place of digital silence, the same for the same seed.
import { amplitudeOf } from './pcm.ts'

/** Above this it falls by 6 dB an octave, as the noise of rooms does. */
const cutoffHertz = 800

/** `length` samples at `levelDb` (RMS, dB of full scale). `seed` is any whole number. */
export function roomTone(
  length: number,
  levelDb: number,
  seed: number,
  sampleRate: number,
): Float32Array {
  const samples = new Float32Array(length)
  const share = 1 - Math.exp((-2 * Math.PI * cutoffHertz) / sampleRate)
  // Numbers from -1 to 1 have an RMS of a third's root; the filter leaves share / (2 - share) of the power.
  const scale = amplitudeOf(levelDb) * Math.sqrt((3 * (2 - share)) / share)
  let state = seed | 0
  let value = 0
  for (let i = 0; i < length; i++) {
    // Mulberry32.
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    const random = ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 31 - 1
    value += share * (random - value)
    samples[i] = value * scale
  }
  return samples
}
