// How a voice sounds in a book: its calibration passage, trimmed and levelled like one.
import { soundPresets, type Stretch, type VoiceId } from '../../../contract/index.ts'
import { fail } from '../../base/failure-error.ts'
import { planTake } from '../../master/plan-take.ts'
import { voiceGain } from '../../master/voice-gain.ts'
import type { StudioParts } from '../studio-parts.ts'

/** Speaks the passage when it must; fails as speaking does. */
export async function voiceSample(parts: StudioParts, voice: VoiceId): Promise<Stretch> {
  const { context, levels } = parts
  const { takeId } = await levels.passage(voice, context.scope.signal)
  const take = (await context.takes.find([takeId])).get(takeId)
  if (!take) throw fail('not-found', { kind: 'voice' })
  const sound = soundPresets.standard
  const level = await levels.level(voice, context.scope.signal)
  return planTake(take, voiceGain(level, sound), sound)
}
