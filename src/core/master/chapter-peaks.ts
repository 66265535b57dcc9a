// The waveform of a chapter, from its plan and the stored peaks of its takes: no sound is decoded.
import type { ChapterPlan, Clip } from '../../contract/index.ts'
import { peakAmplitude, peakPairsPerSecond } from '../audio/peaks.ts'
import { amplitudeOf } from '../audio/pcm.ts'
import { ceilingDb } from './ceiling.ts'

/**
 * Amplitudes from 0 to 1, `peaksPerSecond` (up to 100) a second, over the whole chapter, as they are
 * after gain and limiter. Takes whose peaks are not known are drawn as silence.
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
  for (const group of plan.groups) {
    for (const clip of group.clips) {
      const source = clip.source.kind === 'take' ? takePeaks.get(clip.source.takeId) : undefined
      if (source) draw(peaks, peaksPerSecond, clip, groupStart + clip.at, plan.sampleRate, source)
    }
    groupStart += group.samples
  }
  return peaks
}

function draw(
  peaks: number[],
  peaksPerSecond: number,
  clip: Clip,
  startSample: number,
  planRate: number,
  source: Uint8Array,
): void {
  if (clip.source.kind !== 'take') return
  const gain = amplitudeOf(clip.gainDb)
  const most = amplitudeOf(ceilingDb)
  const start = startSample / planRate
  const end = start + clip.length / planRate
  // Seconds of the chapter that are second 0 of the take.
  const origin = start - clip.in / clip.source.sampleRate
  const last = Math.min(peaks.length, Math.ceil(end * peaksPerSecond))
  for (let at = Math.floor(start * peaksPerSecond); at < last; at++) {
    const from = Math.max(start, at / peaksPerSecond) - origin
    const to = Math.min(end, (at + 1) / peaksPerSecond) - origin
    const amplitude = peakAmplitude(
      source,
      Math.floor(from * peakPairsPerSecond),
      Math.ceil(to * peakPairsPerSecond),
    )
    const heard = Math.round(Math.min(most, amplitude * gain) * 1000) / 1000
    peaks[at] = Math.max(peaks[at] as number, heard)
  }
}
