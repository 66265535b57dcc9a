// Music over what is rendered already: each segment's stretch of it is mixed and limited from rest.
import type { Clip, Stretch } from '../../contract/index.ts'
import { followCurve } from '../audio/curve.ts'
import { limit } from '../audio/limiter.ts'
import { amplitudeOf, floatFromInt16, int16FromFloat } from '../audio/pcm.ts'
import type { Resampler } from '../audio/resample.ts'
import { soundWindow, type ReadSamples } from '../audio/sound-window.ts'
import { crossingOf, lengthOf } from './cue-sound.ts'

/** Reads samples of a library sound at its own rate. */
export type LoadSound = (soundId: string) => ReadSamples

/** Adds the music clips of a stretch to its rendered samples, in place. */
export function mixMusic(
  output: Int16Array,
  { clips, chain, sampleRate }: Omit<Stretch, 'key'>,
  load: LoadSound,
  resamplerFrom: (rate: number) => Resampler,
): void {
  const music = clips.filter(({ track }) => track === 'music')
  // By segment, for a segment alone is mixed in the same way.
  for (const together of Map.groupBy(music, ({ segmentId }) => segmentId).values()) {
    const from = Math.min(...together.map(({ at }) => at))
    const to = Math.max(...together.map(({ at, length }) => at + length))
    const mixed = floatFromInt16(output.subarray(from, to))
    for (const clip of together) {
      const sound = musicSound(clip, load, resamplerFrom, sampleRate)
      const gain = amplitudeOf(clip.gainDb)
      const at = clip.at - from
      for (let i = 0; i < sound.length; i++)
        mixed[at + i] = (mixed[at + i] as number) + (sound[i] as number) * gain
    }
    limit(mixed, amplitudeOf(chain.ceilingDb), sampleRate)
    output.set(int16FromFloat(mixed), from)
  }
}

/** What is heard of a sound, its gain apart. */
function musicSound(
  { source, in: start, length, curves = [] }: Clip,
  load: LoadSound,
  resamplerFrom: (rate: number) => Resampler,
  toRate: number,
): Float32Array {
  if (source.kind !== 'sound') return new Float32Array(length)
  const read = load(source.soundId)
  const resample = resamplerFrom(source.sampleRate)
  const once = (from: number, count: number) =>
    soundWindow(read, source, resample, { toRate, start: from, length: count })
  const sound = source.loop
    ? looped(once, lengthOf(source, toRate), toRate, start, length)
    : once(start, length)
  for (const curve of curves) followCurve(sound, curve)
  return sound
}

/** A sound laid end to end: the beginning of each repetition comes up while the end of the last one goes. */
function looped(
  once: (from: number, count: number) => Float32Array,
  samples: number,
  rate: number,
  start: number,
  length: number,
): Float32Array {
  const crossing = crossingOf(samples, rate)
  const period = samples - crossing
  const sound = new Float32Array(length)
  // What is short is read once, not for each of thousands of repetitions.
  const whole = samples <= rate ? once(0, samples) : null
  const read = (from: number, count: number) =>
    whole?.slice(from, from + count) ?? once(from, count)
  for (let done = 0; done < length;) {
    const repetition = Math.floor((start + done) / period)
    const from = start + done - repetition * period
    const count = Math.min(period - from, length - done)
    const heard = read(from, count)
    const crossed = repetition === 0 ? 0 : Math.min(count, crossing - from)
    if (crossed > 0) {
      const before = read(period + from, crossed)
      for (let i = 0; i < crossed; i++) {
        // Equal power: what goes and what comes are two sounds.
        const share = ((from + i) / crossing) * (Math.PI / 2)
        heard[i] = (heard[i] as number) * Math.sin(share) + (before[i] as number) * Math.cos(share)
      }
    }
    sound.set(heard, done)
    done += count
  }
  return sound
}
