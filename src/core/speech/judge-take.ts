// Whether a take is what was asked for: text, signs and the voice's habits → flags.
//
// Not to be found by these signs, only by ears or a transcriber: other words of the same length, one
// dropped or doubled short word, a wrong reading of a number or a name, the wrong language or accent,
// another voice of the same pitch and colour, a flat or strange tone, faint hum, music or a cough
// under the speech, gibberish at the end that is no longer than the words it took the place of, and a
// rate that was wrong from a voice's first take on.
import type { Signs, SpokenPart, TakeFlag } from '../../contract/index.ts'
import { judgeLength } from './judge-length.ts'
import { judgeVoice } from './judge-voice.ts'
import { speechUnits, type SpeechUnits } from './speech-units.ts'
import {
  habitOf,
  summarise,
  type Habits,
  type HabitTake,
  type VoiceHabits,
} from './voice-habits.ts'

export type HeardTake = {
  spoken: readonly SpokenPart[]
  /** BCP 47 tag of the text. */
  language: string
  /** As the take declares it. */
  sampleRate: number
  signs: Signs
}

/** Below this level of its loud moments nothing can be heard. */
const inaudibleDb = -50
const shortestSound = 0.03
/** Vowels are below 0.1, whispering below 0.25, white noise is at 0.56. */
const noiseFlatness = 0.35
const largestOffset = 0.02
/** Parts of the samples at full scale: distortion that is seen, and that is heard. */
const clippedShown = 0.001
const clippedBad = 0.01
/** Seconds of silence beyond what was asked for: to be shown, and dead air. */
const silenceShown = 1.5
const silenceBad = 3
const leadingShown = 0.6
const silentShare = 0.45

/** Flags of a take, the worst first; none for a clean one. Fast enough for every take. */
export function judgeTake(
  take: HeardTake,
  habits: VoiceHabits,
): { flags: TakeFlag[]; habit: HabitTake } {
  const { spoken, language, sampleRate, signs } = take
  const units = speechUnits(spoken, language)
  const flags = judge(take, units, summarise(habits))
  return {
    flags: flags.toSorted((a, b) => Number(b.severity === 'bad') - Number(a.severity === 'bad')),
    habit: habitOf(units, sampleRate, signs),
  }
}

function judge(take: HeardTake, units: SpeechUnits, habits: Habits): TakeFlag[] {
  const { signs } = take
  if (signs.soundSeconds < shortestSound || signs.loudDb < inaudibleDb)
    return [{ code: 'empty', severity: 'bad', params: {} }]
  const sound = [...judgeSound(signs), ...judgeSilence(signs, take.spoken)]
  // What is no speech has neither pace nor pitch.
  if (sound.some(({ code, severity }) => code === 'noise' && severity === 'bad')) return sound
  const voice = judgeVoice(take, units, habits)
  const isOff = voice.some(({ code }) => code === 'wrong-rate')
  return [...sound, ...voice, ...(isOff ? [] : judgeLength(take, units, habits))]
}

function judgeSound({ flatness, offset, clippedShare }: Signs): TakeFlag[] {
  const flags: TakeFlag[] = []
  const isNoise = flatness > noiseFlatness
  if (isNoise || Math.abs(offset) > largestOffset)
    flags.push({
      code: 'noise',
      severity: isNoise ? 'bad' : 'flagged',
      params: { flatness, offset },
    })
  if (clippedShare > clippedShown)
    flags.push({
      code: 'clipped',
      severity: clippedShare > clippedBad ? 'bad' : 'flagged',
      params: { percent: Math.round(clippedShare * 1000) / 10 },
    })
  return flags
}

function judgeSilence(signs: Signs, spoken: readonly SpokenPart[]): TakeFlag[] {
  const pauses = spoken.map((part) => ('pauseMs' in part ? part.pauseMs / 1000 : 0))
  const asked = pauses.reduce((sum, pause) => sum + pause, 0)
  // Neighbouring pauses are one silence; all of them together are the most it can be.
  const inside = signs.longestSilenceSeconds - asked
  const leading = signs.leadingSeconds - asked
  const share = (signs.silentSeconds - asked) / signs.soundSeconds
  const worst = Math.max(inside, leading)
  if (inside <= silenceShown && leading <= leadingShown && share <= silentShare) return []
  return [
    {
      code: 'silence',
      severity: inside > silenceBad ? 'bad' : 'flagged',
      params: { seconds: Math.max(worst, share > silentShare ? signs.silentSeconds - asked : 0) },
    },
  ]
}
