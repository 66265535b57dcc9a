// A stretch of the plan with the name of its sound.
import { planVersion, type Chain, type Clip, type Stretch } from '../../contract/index.ts'
import { digestJson, type Json } from '../base/digest.ts'

/**
 * Names what is heard: sound by its digest, never who asked for it or by which recipe. Rows instead of
 * records, because a plan is made anew for every look at a chapter. What takes go through counts where
 * there is one.
 */
export function stretchOf(
  clips: Clip[],
  samples: number,
  {
    sampleRate,
    chain: { highPassHz, compression, ceilingDb },
  }: Pick<Stretch, 'sampleRate' | 'chain'>,
): Stretch {
  const chain = { highPassHz, compression, ceilingDb }
  const heard = clips.map(heardOf)
  const through = clips.some(({ source }) => source.kind === 'take' || source.kind === 'sound')
    ? rowOf(chain)
    : null
  const key = digestJson([planVersion, sampleRate, samples, through, heard])
  return { key, clips, chain, samples, sampleRate }
}

function heardOf({ source, ...clip }: Clip): Json {
  const fades = [clip.fadeInSamples, clip.fadeOutSamples]
  switch (source.kind) {
    case 'silence':
      return [clip.length]
    case 'room-tone':
      return [clip.length, source.levelDb, source.seed, ...fades]
    case 'take':
      return [
        ...[source.audioDigest, source.sampleRate, clip.in, clip.out],
        ...[clip.at, clip.length, clip.gainDb, clip.makeUpDb, ...fades],
      ]
    case 'sound':
      return [
        ...[source.soundId, source.sampleRate, source.from, source.to, source.loop],
        ...[clip.in, clip.at, clip.length, clip.gainDb, clip.curves ?? []],
      ]
  }
}

const rowOf = ({ highPassHz, compression: squeeze, ceilingDb }: Chain): Json => [
  ceilingDb,
  highPassHz,
  squeeze && [squeeze.ratio, squeeze.thresholdDb],
]
