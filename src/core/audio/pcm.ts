// Samples: 16-bit integers at rest, floats from -1 to 1 at work, and decibels for people.

/** At the scale of 16 bits: full scale is 32768. Decoded files come as floats, which may lie beyond it. */
export type Samples = Int16Array | Float32Array

/** What digital silence measures: JSON knows no minus infinity. */
export const silenceDb = -120

/** Level of an amplitude (1 is full scale) in dB, never below `silenceDb`. */
export const decibels = (amplitude: number): number =>
  amplitude > 0 ? Math.max(silenceDb, 20 * Math.log10(amplitude)) : silenceDb

/** Factor of a gain in dB. */
export const amplitudeOf = (db: number): number => 10 ** (db / 20)

/** 16-bit samples as floats from -1 to 1. */
export function floatFromInt16(samples: Int16Array): Float32Array {
  const floats = new Float32Array(samples.length)
  for (let i = 0; i < samples.length; i++) floats[i] = (samples[i] as number) / 32_768
  return floats
}

/** Floats as 16-bit samples, rounded; what lies outside full scale is clipped. */
export function int16FromFloat(samples: Float32Array): Int16Array {
  const integers = new Int16Array(samples.length)
  for (let i = 0; i < samples.length; i++) {
    const value = Math.round((samples[i] as number) * 32_768)
    integers[i] = value > 32_767 ? 32_767 : value < -32_768 ? -32_768 : value
  }
  return integers
}
