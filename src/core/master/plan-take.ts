// A take alone, as it would be heard in a book: the sample of a voice.
import type { SoundSettings, Stretch, Take, TakeCut } from '../../contract/index.ts'
import { pauseClip } from './pause-clip.ts'
import { upToQuantum } from './plan-chapter.ts'
import { stretchOf } from './stretch.ts'
import { takeClip } from './take-clip.ts'
import type { VoiceGain } from './voice-gain.ts'

/** Silence after it in milliseconds, so that the end is not abrupt. */
const tail = 350

/** Plays one take, levelled and trimmed as in a chapter. */
export function planTake(
  take: Take,
  level: VoiceGain,
  sound: SoundSettings,
  cut?: TakeCut | null,
): Stretch {
  const { sampleRate, roomToneDb } = sound
  const heard = takeClip(take, { segmentId: '', ...level, sampleRate, at: 0, cut })
  const length = heard?.length ?? 0
  const samples = upToQuantum(length + Math.round((tail * sampleRate) / 1000))
  const placed = { segmentId: '', place: 'behind', at: length, length: samples - length } as const
  const silence = pauseClip({ ...placed, sampleRate, roomToneDb })
  const clips = heard ? [heard, silence] : [silence]
  return stretchOf(clips, samples, { sampleRate, chain: sound })
}
