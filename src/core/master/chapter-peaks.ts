// The waveform of a chapter, from its plan and the stored peaks of its takes: no sound is decoded.
import type { ChapterPlan } from '../../contract/index.ts'
import { peakPairsPerSecond } from '../audio/peaks.ts'
import { amplitudeOf } from '../audio/pcm.ts'
import { takeLevels } from './take-levels.ts'

/**
 * Amplitudes from 0 to 1, `peaksPerSecond` (up to 100) a second, over the whole chapter, as they are
 * after gain, compressor and limiter. Takes whose peaks are not known are drawn as silence, and so is the
 * sound of a room.
 */
export function chapterPeaks(
  plan: ChapterPlan,
  takePeaks: ReadonlyMap<string, Uint8Array>,
  peaksPerSecond: number,
): number[] {
  const samples = plan.groups.reduce((sum, group) => sum + group.samples, 0)
  const count = Math.ceil((samples * peaksPerSecond) / plan.sampleRate)
  const peaks = Array.from({ length: count }, () => 0)
  let groupStart = 0
  for (const { clips, chain, samples: length } of plan.groups) {
    for (const clip of clips) {
      const { source } = clip
      const stored = source.kind === 'take' ? takePeaks.get(source.takeId) : undefined
      if (source.kind !== 'take' || !stored) continue
      const start = (groupStart + clip.at) / plan.sampleRate
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
