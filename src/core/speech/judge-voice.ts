// Whether a take is in the voice that was asked for, at the rate it declares.
import type { Signs, TakeFlag } from '../../contract/index.ts'
import { fewPhonemes } from './duration-model.ts'
import { phonemesOf, type SpeechUnits } from './speech-units.ts'
import { spokenSeconds, unevenness, type Habits, type Usual } from './voice-habits.ts'
import { hiddenRateFactor, judgeDeclaredRate, type Deviation } from './wrong-rate.ts'

/** Shorter sound has too few vowels to tell a voice by, and a rate that its header does not betray. */
const shortestSeconds = 0.8
const longEnough = 2.5
/** And so many takes: the three spreads must be known well. */
const enoughTakes = 30
/** Spreads from the usual pitch, and as ln: a quarter lower or higher is another person. */
const pitchSpreads = 5
const otherPitch = Math.log(1.25)
/** Of colour alone; text moves it too. */
const colourSpreads = 6
const otherColour = Math.log(1.5)

type Judged = { signs: Signs; sampleRate: number }

/** At most one flag: a wrong rate, or another voice. */
export function judgeVoice(take: Judged, units: SpeechUnits, habits: Habits): TakeFlag[] {
  const { signs, sampleRate } = take
  const { durations, pitchHz, centroidHz } = habits
  const seconds = spokenSeconds(signs)
  const isTelling = phonemesOf(units) >= fewPhonemes && seconds >= shortestSeconds
  const pitch = isTelling ? deviation(signs.pitchHz, pitchHz, seconds) : null
  const colour = isTelling ? deviation(signs.centroidHz, centroidHz, seconds) : null
  const pace: Deviation = {
    by: Math.log(Math.max(seconds, 0.01) / durations.predict(units)),
    spread: durations.spread(units),
    follows: -1,
  }
  const told = [pitch, colour, pitchHz ? pace : null].filter((each) => each !== null)
  const rate = judgeRate(told, sampleRate, habits, durations.predict(units))
  if (rate) return [rate]
  const isOtherPitch = isOther(pitch, pitchSpreads, otherPitch)
  if (!isOtherPitch && !isOther(colour, colourSpreads, otherColour)) return []
  return [
    {
      code: 'other-voice',
      severity: isOtherPitch ? 'bad' : 'flagged',
      params: {
        hertz: Math.round(signs.pitchHz ?? 0),
        expected: Math.round(pitchHz?.value ?? 0),
      },
    },
  ]
}

function judgeRate(
  told: readonly Deviation[],
  sampleRate: number,
  habits: Habits,
  expectedSeconds: number,
): TakeFlag | null {
  const flag = (severity: TakeFlag['severity'], factor: number): TakeFlag => ({
    code: 'wrong-rate',
    severity,
    params: { percent: Math.round((factor - 1) * 1000) / 10 },
  })
  const declared = habits.sampleRate === null ? 1 : sampleRate / habits.sampleRate
  if (declared !== 1) {
    const verdict = judgeDeclaredRate(told, declared)
    return verdict === 'right' ? null : flag(verdict === 'wrong' ? 'bad' : 'flagged', declared)
  }
  const isTelling = expectedSeconds >= longEnough && habits.known >= enoughTakes
  const hidden = isTelling ? hiddenRateFactor(told) : null
  return hidden === null ? null : flag('bad', hidden)
}

const isOther = (found: Deviation | null, spreads: number, least: number): boolean =>
  found !== null && Math.abs(found.by) > Math.max(least, spreads * found.spread)

function deviation(value: number | null, usual: Usual, seconds: number): Deviation | null {
  if (value === null || value <= 0 || !usual) return null
  return {
    by: Math.log(value / usual.value),
    spread: usual.spread * unevenness(seconds),
    follows: 1,
  }
}
