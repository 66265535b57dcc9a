// A take alone, as it would be heard in a book: the sample of a voice.
import type { SoundSettings, Stretch, Take } from '../../contract/index.ts'
import { chainOf } from './chain-of.ts'
import { pauseClip } from './pause-clip.ts'
import { upToQuantum } from './plan-chapter.ts'
import { stretchOf } from './stretch.ts'
import { takeClip } from './take-clip.ts'

/** Silence after it in milliseconds, so that the end is not abrupt. */
const tail = 350

/** Plays one take, levelled and trimmed as in a chapter. */
export function planTake(take: Take, gainDb: number, sound: SoundSettings): Stretch {
  const { sampleRate, roomToneDb } = sound
  const heard = takeClip(take, { segmentId: '', gainDb, sampleRate, at: 0 })
  const length = heard?.length ?? 0
  const samples = upToQuantum(length + Math.round((tail * sampleRate) / 1000))
  const placed = { segmentId: '', place: 'behind', at: length, length: samples - length } as const
  const silence = pauseClip({ ...placed, sampleRate, roomToneDb })
  const clips = heard ? [heard, silence] : [silence]
  return stretchOf(clips, samples, { sampleRate, chain: chainOf(sound) })
}
