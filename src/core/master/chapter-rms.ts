// What a chapter's RMS comes to with more or less gain, from its plan and what is stored of its takes.
import type { ChapterPlan, Clip, Take } from '../../contract/index.ts'
import { throughCurves } from '../audio/curve.ts'
import { peakAmplitude, peakPairsPerSecond } from '../audio/peaks.ts'
import { amplitudeOf, decibels } from '../audio/pcm.ts'
import { takeLevels } from './take-levels.ts'

/** How far the limiter's gain comes back during one pair of peaks. */
const releasePerPair = 3 / peakPairsPerSecond

/** What is stored of a take. */
export type MeasuredTake = { rmsDb: number; peaks: Uint8Array }

/** A clip's amplitudes in front of the limiter, and the power of a moment whose peak is 1. */
type Heard = { levels: Float32Array; ceiling: number; power: number }

export const measuredTake = ({ analysis }: Take, peaks: Uint8Array): MeasuredTake => ({
  rmsDb: analysis.rmsDb,
  peaks,
})

/**
 * Answers with the RMS in dB of a planned chapter, its pauses in it, when all its takes are so many dB louder
 * behind the compressor; the limiter keeps its ceiling, and music stays as loud as it is. Within some tenths
 * of a dB of what is rendered: between a take's peaks its power is taken to be spread alike. What is not
 * known counts as silence. `sounds`: how loud those of the library are, in LUFS.
 */
export function chapterRms(
  { groups, sampleRate }: ChapterPlan,
  takes: ReadonlyMap<string, MeasuredTake>,
  sounds: ReadonlyMap<string, number> = new Map(),
): (moreDb: number) => number {
  const heard: Heard[] = []
  let samples = 0
  let still = 0
  for (const group of groups) {
    samples += group.samples
    for (const clip of group.clips) {
      const { source } = clip
      if (source.kind === 'room-tone') still += amplitudeOf(source.levelDb) ** 2 * clip.length
      if (source.kind === 'sound')
        still += musicEnergy(clip, sounds.get(source.soundId), sampleRate)
      const take = source.kind === 'take' ? takes.get(source.takeId) : undefined
      if (source.kind !== 'take' || !take) continue
      const ceiling = amplitudeOf(group.chain.ceilingDb)
      const levels = inside(clip, source.sampleRate, takeLevels(clip, group.chain, take.peaks))
      heard.push({ levels, ceiling, power: powerOf(take) })
    }
  }
  const pairSamples = sampleRate / peakPairsPerSecond
  return (moreDb) => {
    const factor = amplitudeOf(moreDb)
    const sum = heard.reduce((total, clip) => total + energyOf(clip, factor), 0)
    return samples === 0 ? decibels(0) : decibels(Math.sqrt((still + sum * pairSamples) / samples))
  }
}

/** How often a second it is asked what curves come to. */
const looksPerSecond = 10

/** For one channel loudness and RMS are much the same. */
function musicEnergy(clip: Clip, loudness: number | undefined, sampleRate: number): number {
  if (loudness === undefined) return 0
  const step = Math.max(1, Math.round(sampleRate / looksPerSecond))
  const loud = amplitudeOf(clip.gainDb + loudness)
  let sum = 0
  for (let at = 0; at < clip.length; at += step) {
    const count = Math.min(step, clip.length - at)
    sum += throughCurves(loud, clip.curves, at + count / 2) ** 2 * count
  }
  return sum
}

/** Of the whole take: the mean of its power by the mean of its peaks' power. */
function powerOf({ rmsDb, peaks }: MeasuredTake): number {
  const pairs = peaks.length / 2
  let sum = 0
  for (let pair = 0; pair < pairs; pair++) sum += peakAmplitude(peaks, pair, pair + 1) ** 2
  const mean = sum / Math.max(1, pairs)
  return mean > 0 ? amplitudeOf(rmsDb) ** 2 / mean : 0
}

/** Those that the clip plays. */
const inside = (clip: Clip, sampleRate: number, levels: Float32Array): Float32Array =>
  levels.subarray(
    Math.floor((clip.in * peakPairsPerSecond) / sampleRate),
    Math.ceil((clip.out * peakPairsPerSecond) / sampleRate),
  )

function energyOf({ levels, ceiling, power }: Heard, factor: number): number {
  let sum = 0
  let gain = 1
  for (const level of levels) {
    const loud = level * factor
    gain = Math.min(loud > ceiling ? ceiling / loud : 1, gain + releasePerPair)
    sum += (loud * gain) ** 2
  }
  return sum * power
}
