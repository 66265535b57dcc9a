// The one renderer: preview, export and every byte range are made here, sample for sample alike.
import type { Stretch } from '../../contract/index.ts'
import { fadeIn, fadeOut } from '../audio/fade.ts'
import { limit } from '../audio/limiter.ts'
import { amplitudeOf } from '../audio/pcm.ts'
import { createResampler, type Resampler } from '../audio/resample.ts'
import { invariant } from '../base/invariant.ts'
import { ceilingDb } from './ceiling.ts'

const ceiling = amplitudeOf(ceilingDb)

/** Gives the samples of a take, mono at its own rate. */
export type LoadTake = (takeId: string) => Int16Array

/**
 * The samples of a stretch. Each clip is rendered alone and from rest, so part of the clips (moved) sound
 * as in the whole. Throws what `load` throws.
 */
export function renderClips(
  { clips, samples, sampleRate }: Pick<Stretch, 'clips' | 'samples' | 'sampleRate'>,
  load: LoadTake,
): Int16Array {
  const output = new Int16Array(samples)
  const resamplers = new Map<number, Resampler>()
  for (const clip of clips) {
    if (clip.source.kind === 'silence') continue
    const { takeId, sampleRate: rate } = clip.source
    const resample = resamplers.get(rate) ?? createResampler(rate, sampleRate)
    resamplers.set(rate, resample)
    const take = load(takeId)
    invariant(clip.out <= take.length, 'a clip lies within its take')
    invariant(clip.at >= 0 && clip.at + clip.length <= samples, 'a clip lies within its group')
    const sound = resample(take, clip.in, clip.out, amplitudeOf(clip.gainDb))
    invariant(sound.length === clip.length, 'a clip is as long as its resampled sound')
    fadeIn(sound, clip.fadeInSamples)
    fadeOut(sound, clip.fadeOutSamples)
    limit(sound, ceiling, sampleRate)
    write(sound, output, clip.at)
  }
  return output
}

/**
 * Rounds to 16 bits. The limiter has seen to it that nothing is out of range. `Math.round` written
 * out, because it took a fifth of the rendering.
 */
function write(sound: Float32Array, output: Int16Array, at: number): void {
  for (let i = 0; i < sound.length; i++)
    output[at + i] = (((sound[i] as number) * 32_768 + 32_768.5) | 0) - 32_768
}
