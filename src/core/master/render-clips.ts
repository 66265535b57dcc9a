// The one renderer: preview, export and every byte range are made here, sample for sample alike.
import type { Chain, Clip, Stretch } from '../../contract/index.ts'
import { compress } from '../audio/compressor.ts'
import { fadeIn, fadeOut } from '../audio/fade.ts'
import { highPass } from '../audio/high-pass.ts'
import { limit } from '../audio/limiter.ts'
import { amplitudeOf } from '../audio/pcm.ts'
import { createResampler, type Resampler } from '../audio/resample.ts'
import { roomTone } from '../audio/room-tone.ts'
import { invariant } from '../base/invariant.ts'
import { mixMusic, type LoadSound } from './mix-music.ts'

/** Where sound comes from: all of a take, mono at its own rate, and what is read of a library sound. */
export type LoadedSounds = { take: (takeId: string) => Int16Array; sound: LoadSound }

/** What is rendered: a stretch, its key apart. */
export type Rendered = Omit<Stretch, 'key'>

/**
 * The samples of a stretch. Each clip is rendered alone and from rest, so part of the clips (moved) sound
 * as in the whole. Music is mixed in afterwards. Throws what `load` throws.
 */
export function renderClips(stretch: Rendered, load: LoadedSounds): Int16Array {
  const { clips, chain, samples, sampleRate } = stretch
  const output = new Int16Array(samples)
  const resamplers = new Map<number, Resampler>()
  const resamplerFrom = (rate: number) => {
    const resample = resamplers.get(rate) ?? createResampler(rate, sampleRate)
    resamplers.set(rate, resample)
    return resample
  }
  for (const clip of clips) {
    const { source } = clip
    if (source.kind === 'silence' || source.kind === 'sound') continue
    invariant(clip.at >= 0 && clip.at + clip.length <= samples, 'a clip lies within its group')
    const isTake = source.kind === 'take'
    const sound = isTake
      ? takeSound(clip, load.take(source.takeId), resamplerFrom(source.sampleRate))
      : roomTone(clip.length, source.levelDb, source.seed, sampleRate)
    if (isTake) filter(sound, chain, clip.makeUpDb, sampleRate)
    fadeIn(sound, clip.fadeInSamples)
    fadeOut(sound, clip.fadeOutSamples)
    if (isTake) limit(sound, amplitudeOf(chain.ceilingDb), sampleRate)
    write(sound, output, clip.at)
  }
  mixMusic(output, stretch, load.sound, resamplerFrom)
  return output
}

function takeSound(clip: Clip, take: Int16Array, resample: Resampler): Float32Array {
  invariant(clip.out <= take.length, 'a clip lies within its take')
  const sound = resample(take, clip.in, clip.out, amplitudeOf(clip.gainDb))
  invariant(sound.length === clip.length, 'a clip is as long as its resampled sound')
  return sound
}

function filter(
  sound: Float32Array,
  { highPassHz, compression }: Chain,
  makeUpDb: number,
  sampleRate: number,
): void {
  if (highPassHz !== null) highPass(sound, highPassHz, sampleRate)
  if (compression === null) return
  compress(sound, compression, sampleRate)
  const makeUp = amplitudeOf(makeUpDb)
  for (let i = 0; i < sound.length; i++) sound[i] = (sound[i] as number) * makeUp
}

/**
 * Rounds to 16 bits. The limiter has seen to it that nothing is out of range. `Math.round` written
 * out, because it took a fifth of the rendering.
 */
function write(sound: Float32Array, output: Int16Array, at: number): void {
  for (let i = 0; i < sound.length; i++)
    output[at + i] = (((sound[i] as number) * 32_768 + 32_768.5) | 0) - 32_768
}
