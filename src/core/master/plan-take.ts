// A take alone, as it would be heard in a book: the sample of a voice.
import type { Stretch, Take } from '../../contract/index.ts'
import { upToQuantum } from './plan-chapter.ts'
import { stretchOf } from './stretch.ts'
import { silenceClip, takeClip } from './take-clip.ts'

/** Silence after it in milliseconds, so that the end is not abrupt. */
const tail = 350

/** Plays one take, levelled and trimmed as in a chapter. */
export function planTake(take: Take, gainDb: number, sampleRate: number): Stretch {
  const sound = takeClip(take, { segmentId: '', gainDb, sampleRate, at: 0 })
  const length = sound?.length ?? 0
  const samples = upToQuantum(length + Math.round((tail * sampleRate) / 1000))
  const silence = silenceClip('', length, samples - length)
  return stretchOf(sound ? [sound, silence] : [silence], samples, sampleRate)
}
