// Segments that follow one another as one stretch: what is listened to at a time.
import type { Stretch } from '../../contract/index.ts'
import { stretchOf } from './stretch.ts'

/** All of one plan, in order. Null for none. */
export function passageOf(stretches: readonly Stretch[]): Stretch | null {
  const [first] = stretches
  if (!first) return null
  let samples = 0
  const clips = stretches.flatMap((stretch) => {
    const from = samples
    samples += stretch.samples
    return stretch.clips.map((clip) => ({ ...clip, at: from + clip.at }))
  })
  return stretchOf(clips, samples, first)
}
