// How loud a voice is: one calibration passage, spoken once, remembered as a fact.
import { VoiceLevel, type SoundSettings, type Take, type VoiceId } from '../../../contract/index.ts'
import { failureOf } from '../../base/failure-error.ts'
import { untilAborted } from '../../base/until-aborted.ts'
import type { ProjectStore } from '../../ports/projects.ts'
import type { TakeStore } from '../../ports/takes.ts'
import { peakAmplitude } from '../../audio/peaks.ts'
import {
  calibrationPassage,
  voiceGain,
  voiceLoudness,
  type VoiceGain,
} from '../../master/voice-gain.ts'
import { spokenOf } from '../../segment/spoken-of.ts'
import { recallAs } from '../recall-as.ts'
import type { TakeMaker } from '../takes/take-maker.ts'
import type { VoiceDesk } from './voice-desk.ts'

/** Raised when the passage or its measuring changes. */
const levelVersion = 2
/** Before, the gain to this loudness was remembered, in LUFS. */
const formerTarget = -19

const untouched: VoiceGain = { gainDb: 0, makeUpDb: 0 }

export type VoiceLevels = {
  /** How loud it is. Speaks the passage when it must, for all who wait for it: whoever leaves stops nothing. */
  level(voice: VoiceId, signal: AbortSignal): Promise<VoiceLevel>
  /**
   * What brings a voice, or that of a take, to a book's loudness. A recording, and a take whose voice is gone,
   * tells by itself how loud it is. A book that leaves its voices as they are needs to know none.
   */
  gainOf(of: VoiceId | Take, sound: SoundSettings, signal: AbortSignal): Promise<VoiceGain>
  /** The passage as a take, for hearing the voice. */
  passage(voice: VoiceId, signal: AbortSignal): Promise<{ takeId: string }>
}

export function createVoiceLevels(
  voices: VoiceDesk,
  maker: TakeMaker,
  takes: TakeStore,
  projects: ProjectStore,
  studioSignal: AbortSignal,
): VoiceLevels {
  /** By the fact it is remembered as. */
  const known = new Map<string, Promise<VoiceLevel>>()

  const passageTake = async (id: VoiceId, signal: AbortSignal) => {
    const { voice, provider } = await voices.find(id)
    const language = voice.languages[0] ?? 'en'
    const { spoken } = spokenOf(calibrationPassage(language), 'und')
    const endpointId = voices.endpointOf(id)
    return maker.passage({ spoken, language, voice, provider, endpointId }, signal)
  }
  const levelOfTake = async (take: Take): Promise<VoiceLevel> => {
    const peaks = (await takes.peaks([take.id])).get(take.id) ?? new Uint8Array(0)
    const levels = Array.from({ length: peaks.length / 2 }, (_, pair) =>
      Math.round(128 * peakAmplitude(peaks, pair, pair + 1)),
    )
    return { loudness: voiceLoudness(take.analysis), peaks: levels }
  }
  const factOf = (id: VoiceId, version: number) =>
    `voice-level/${version}/${voices.endpointOf(id)}/${id}`
  const measure = async (id: VoiceId): Promise<VoiceLevel> => {
    const fact = factOf(id, levelVersion)
    const remembered = await recallAs(projects, fact, VoiceLevel)
    if (remembered) return remembered
    const formerGain = await projects.recall(factOf(id, 1))
    // No voice is asked again for what its gain tells, unless that was at its limit.
    if (formerGain !== null && Math.abs(Number(formerGain)) < 20)
      return { loudness: formerTarget - Number(formerGain), peaks: [] }
    const level = await levelOfTake(await passageTake(id, studioSignal))
    await projects.remember(fact, JSON.stringify(level))
    return level
  }

  const level: VoiceLevels['level'] = (id, signal) => {
    const fact = factOf(id, levelVersion)
    const running = known.get(fact) ?? measure(id)
    known.set(fact, running)
    running.catch(() => known.delete(fact))
    return untilAborted(running, signal)
  }
  const levelOf = async (take: Take, signal: AbortSignal): Promise<VoiceLevel> => {
    const isSpoken = take.recipeKey !== undefined
    if (!isSpoken || !voices.providerOf(take.voice)) return levelOfTake(take)
    try {
      return await level(take.voice, signal)
    } catch (error) {
      if (failureOf(error).code !== 'voice-unknown') throw error
      return levelOfTake(take)
    }
  }

  return {
    level,
    async gainOf(of, sound, signal) {
      if (sound.loudnessLufs === null && sound.compression === null) return untouched
      const found = await (typeof of === 'string' ? level(of, signal) : levelOf(of, signal))
      return voiceGain(found, sound)
    },
    async passage(id, signal) {
      return { takeId: (await passageTake(id, signal)).id }
    },
  }
}
