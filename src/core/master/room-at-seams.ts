// Where one segment goes over into the next, all music together stays below the ceiling.
import type { Clip } from '../../contract/index.ts'
import { throughCurves } from '../audio/curve.ts'
import { amplitudeOf, decibels } from '../audio/pcm.ts'

/** A clip of music on its chapter's timeline. `peakDb`: the loudest it gets, its gain in it. */
export type LoudClip = { clip: Clip; peakDb: number }

/**
 * Every segment is limited from rest, so that it sounds alone as in the whole: what a limiter turned down on
 * both sides of a seam would click there. Clips that are heard there together are softened alike, and all
 * along, until their peaks fit. `seams` on the clips' timeline.
 */
export function withRoomAtSeams(
  heard: readonly LoudClip[],
  seams: readonly number[],
  ceilingDb: number,
): Clip[] {
  const ceiling = amplitudeOf(ceilingDb)
  const rooms = heard.map(() => 1)
  for (const seam of seams) {
    const peaks = heard.map((loud) => peakAt(loud, seam))
    const sum = peaks.reduce((total, peak) => total + peak, 0)
    if (sum > ceiling)
      for (const [index, peak] of peaks.entries())
        if (peak > 0) rooms[index] = Math.min(rooms[index] as number, ceiling / sum)
  }
  return heard.map(({ clip }, index) => {
    const room = rooms[index] as number
    if (room === 1) return clip
    return { ...clip, gainDb: Math.floor((clip.gainDb + decibels(room)) * 10) / 10 }
  })
}

function peakAt({ clip, peakDb }: LoudClip, seam: number): number {
  const place = seam - clip.at
  if (place <= 0 || place >= clip.length) return 0
  return throughCurves(amplitudeOf(peakDb), clip.curves, place)
}
