// A take alone, as it would be heard in a book: the sample of a voice.
import type { Clip, Take } from '../../contract/index.ts'
import { silenceClip, takeClip } from './take-clip.ts'
import { upToQuantum } from './plan-chapter.ts'

/** Silence after it in milliseconds, so that the end is not abrupt. */
const tail = 350

/** Clips that play one take, levelled and trimmed as in a chapter. */
export function planTake(
  take: Take,
  gainDb: number,
  sampleRate: number,
): { clips: Clip[]; samples: number } {
  const sound = takeClip(take, { segmentId: '', gainDb, sampleRate, at: 0 })
  const length = sound?.length ?? 0
  const samples = upToQuantum(length + Math.round((tail * sampleRate) / 1000))
  const silence = silenceClip('', length, samples - length)
  return { clips: sound ? [sound, silence] : [silence], samples }
}
