// A gentle feed-forward compressor. It looks at peaks of 10 ms, so that stored peaks show what it will do.
import { amplitudeOf, decibels } from './pcm.ts'

export type Compression = { ratio: number; thresholdDb: number }

/** Levels a second. */
export const levelsPerSecond = 100
/** The curve bends over this many dB around the threshold. */
const kneeDb = 6
/** What is left of the distance to the wanted gain after one level, going down and going back. */
const attack = Math.exp(-1 / (0.01 * levelsPerSecond))
const release = Math.exp(-1 / (0.2 * levelsPerSecond))

/** Gain in dB that makes sound of these levels as loud as it was before it was compressed. */
export function makeUpFor(levels: Float32Array, compression: Compression): number {
  const gains = compressionGains(levels, compression)
  let before = 0
  let behind = 0
  for (let i = 0; i < levels.length; i++) {
    const energy = (levels[i] as number) ** 2
    before += energy
    behind += energy * (gains[i] as number) ** 2
  }
  return before > 0 ? 10 * Math.log10(before / behind) : 0
}

/** Gains for peak amplitudes (1 is full scale) of consecutive 10 ms, from rest. */
export function compressionGains(levels: Float32Array, compression: Compression): Float32Array {
  const gains = new Float32Array(levels.length)
  let reduction = 0
  for (let i = 0; i < levels.length; i++) {
    const wanted = reductionDb(decibels(levels[i] as number), compression)
    const kept = wanted < reduction ? attack : release
    reduction = wanted + (reduction - wanted) * kept
    gains[i] = amplitudeOf(reduction)
  }
  return gains
}

/** Compresses in place. Gains run straight from the middle of one level to the middle of the next. */
export function compress(
  samples: Float32Array,
  compression: Compression,
  sampleRate: number,
): void {
  const startOf = (level: number) => Math.floor((level * sampleRate) / levelsPerSecond)
  const levels = new Float32Array(Math.ceil((samples.length * levelsPerSecond) / sampleRate))
  for (let level = 0; level < levels.length; level++) {
    const end = Math.min(samples.length, startOf(level + 1))
    let peak = 0
    for (let i = startOf(level); i < end; i++) peak = Math.max(peak, Math.abs(samples[i] as number))
    levels[level] = peak
  }
  const gains = compressionGains(levels, compression)
  const half = Math.floor(sampleRate / levelsPerSecond / 2)
  let at = 0
  for (let level = 0; level <= gains.length; level++) {
    const from = gains[Math.max(0, level - 1)] as number
    const to = gains[Math.min(gains.length - 1, level)] as number
    const end = level < gains.length ? startOf(level) + half : samples.length
    const begin = level === 0 ? 0 : startOf(level - 1) + half
    const step = (to - from) / Math.max(1, end - begin)
    for (; at < Math.min(end, samples.length); at++)
      samples[at] = (samples[at] as number) * (from + step * (at - begin))
  }
}

/** How much the curve turns a level down, at most 0. */
function reductionDb(levelDb: number, { ratio, thresholdDb }: Compression): number {
  const over = levelDb - thresholdDb
  const slope = 1 / ratio - 1
  if (over <= -kneeDb / 2) return 0
  if (over >= kneeDb / 2) return slope * over
  return (slope * (over + kneeDb / 2) ** 2) / (2 * kneeDb)
}
