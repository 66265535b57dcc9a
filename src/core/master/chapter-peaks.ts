// The waveform of a chapter, from its plan and the stored peaks of its takes: no sound is decoded.
import type { ChapterPlan, Clip } from '../../contract/index.ts'
import { throughCurves } from '../audio/curve.ts'
import { peakAmplitude, peakPairsPerSecond } from '../audio/peaks.ts'
import { amplitudeOf } from '../audio/pcm.ts'
import { crossingOf, lengthOf } from './cue-sound.ts'
import { samplesOf } from './stretch-samples.ts'
import { takeLevels } from './take-levels.ts'

/** What is stored of sound, a hundred pairs a second, by take and by library sound. */
export type StoredPeaks = {
  takes: ReadonlyMap<string, Uint8Array>
  sounds: ReadonlyMap<string, Uint8Array>
}

/**
 * Amplitudes from 0 to 1, `peaksPerSecond` (up to 100) a second, over the whole chapter, as they are
 * after gain, compressor and limiter, or as its music is where that is louder. What has no known peaks is
 * drawn as silence, and so is the sound of a room.
 */
export function chapterPeaks(
  plan: ChapterPlan,
  { takes, sounds }: StoredPeaks,
  peaksPerSecond: number,
): number[] {
  const samples = samplesOf(plan.groups)
  const count = Math.ceil((samples * peaksPerSecond) / plan.sampleRate)
  const peaks = Array.from({ length: count }, () => 0)
  let groupStart = 0
  for (const { clips, chain, samples: length } of plan.groups) {
    for (const clip of clips) {
      const { source } = clip
      const start = (groupStart + clip.at) / plan.sampleRate
      if (source.kind === 'sound') {
        const stored = sounds.get(source.soundId)
        if (stored) drawMusic(peaks, peaksPerSecond, { clip, stored, start, rate: plan.sampleRate })
      }
      const stored = source.kind === 'take' ? takes.get(source.takeId) : undefined
      if (source.kind !== 'take' || !stored) continue
      const heard = { start, end: start + clip.length / plan.sampleRate }
      // Seconds of the chapter that are second 0 of the take.
      const origin = start - clip.in / source.sampleRate
      const most = amplitudeOf(chain.ceilingDb)
      const levels = takeLevels(clip, chain, stored).map((level) => Math.min(most, level))
      draw(peaks, peaksPerSecond, { ...heard, origin, levels })
    }
    groupStart += length
  }
  return peaks
}

/** In seconds. */
type Drawn = { start: number; end: number; origin: number; levels: Float32Array }

function draw(peaks: number[], peaksPerSecond: number, drawn: Drawn): void {
  const { start, end, origin, levels } = drawn
  const last = Math.min(peaks.length, Math.ceil(end * peaksPerSecond))
  for (let at = Math.floor(start * peaksPerSecond); at < last; at++) {
    const from = Math.max(start, at / peaksPerSecond) - origin
    const to = Math.min(end, (at + 1) / peaksPerSecond) - origin
    let heard = peaks[at] as number
    const after = Math.min(levels.length, Math.ceil(to * peakPairsPerSecond))
    for (let pair = Math.max(0, Math.floor(from * peakPairsPerSecond)); pair < after; pair++)
      heard = Math.max(heard, levels[pair] as number)
    peaks[at] = Math.round(heard * 1000) / 1000
  }
}

type DrawnMusic = { clip: Clip; stored: Uint8Array; start: number; rate: number }

/** Where it is the loudest there; its repetitions are drawn end to end. */
function drawMusic(
  peaks: number[],
  peaksPerSecond: number,
  { clip, stored, start, rate }: DrawnMusic,
): void {
  const { source, curves, length } = clip
  if (source.kind !== 'sound') return
  const gain = amplitudeOf(clip.gainDb)
  const samples = lengthOf(source, rate)
  const period = source.loop ? samples - crossingOf(samples, rate) : Infinity
  const step = rate / peaksPerSecond
  const last = Math.min(peaks.length, Math.ceil((start + length / rate) * peaksPerSecond))
  for (let at = Math.floor(start * peaksPerSecond); at < last; at++) {
    const place = Math.min(length - 1, Math.max(0, Math.round((at + 0.5) * step - start * rate)))
    const seconds = source.from / source.sampleRate + ((clip.in + place) % period) / rate
    const pair = Math.floor(seconds * peakPairsPerSecond)
    const pairs = Math.max(1, Math.round(peakPairsPerSecond / peaksPerSecond))
    const peak = peakAmplitude(stored, pair, Math.min(pair + pairs, stored.length / 2))
    const level = throughCurves(gain * peak, curves, place)
    peaks[at] = Math.max(peaks[at] as number, Math.round(Math.min(1, level) * 1000) / 1000)
  }
}
