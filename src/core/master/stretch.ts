// A stretch of the plan with the name of its sound.
import { planVersion, type Clip, type Stretch } from '../../contract/index.ts'
import { digestJson } from '../base/digest.ts'

/**
 * Names what is heard: sound by its digest, never who asked for it or by which recipe. Rows instead of
 * records, because a plan is made anew for every look at a chapter.
 */
export function stretchOf(clips: Clip[], samples: number, sampleRate: number): Stretch {
  const heard = clips.map((clip) =>
    clip.source.kind === 'silence'
      ? [clip.length]
      : [
          ...[clip.source.audioDigest, clip.source.sampleRate, clip.in, clip.out],
          ...[clip.at, clip.length, clip.gainDb, clip.fadeInSamples, clip.fadeOutSamples],
        ],
  )
  return { key: digestJson([planVersion, sampleRate, samples, heard]), clips, samples, sampleRate }
}
