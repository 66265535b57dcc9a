// Whether a take is as long as its text, and ends as this voice's takes end.
import type { Signs, SpokenPart, TakeFlag, TakeFlagCode } from '../../contract/index.ts'
import { fewPhonemes } from './duration-model.ts'
import { phonemesOf, type SpeechUnits } from './speech-units.ts'
import { fewestTakes, spokenSeconds, type Habits } from './voice-habits.ts'

/** Spreads from what is usual: to be shown, and to be asked again. */
const shownAt = 4
const badAt = 6
/** And never closer than this, as ln: a text is no list of phonemes. */
const closestShown = 0.14
const closestBad = 0.3
/** Always bad, whatever is known: half of it, or two thirds more. */
const half = Math.log(0.5)
const muchMore = Math.log(1.67)
/** Of a voice hardly known: it may be slow, or fast. */
const unknownHalf = Math.log(0.4)
const unknownMore = Math.log(2.2)
/** Of a few sounds: only what is out of all proportion, in seconds too. */
const shortHalf = Math.log(0.25)
const shortMore = Math.log(3)
const shortSeconds = 1.2
/** Alike to itself from here on is said twice; sound of different words stays below 0.45. */
const repeatedFrom = 0.6
const repeatedMore = Math.log(1.35)
/** A word or two must be the very same sound again. */
const sameFrom = 0.8
const sameMore = Math.log(1.5)
/** So near the level of the loud moments, at the end, is no end, of a voice hardly known. */
const unknownEndDb = -7
/** What is quieter has faded, whatever is usual. */
const fadedDb = -32
/** Above this voice's loud ends: a cut to be shown, and for sure. Quiet ends differ more, in decibels. */
const cutShownDb = 6
const cutShownShare = -0.15
const cutBadDb = 12
/** Spreads below what is expected: with a loud end enough to say that the end is missing. */
const cutShortAt = -2.5

type Judged = { signs: Signs; spoken: readonly SpokenPart[] }

/** At most one flag: what is wrong with the length, or with the end alone. */
export function judgeLength(
  { signs, spoken }: Judged,
  units: SpeechUnits,
  habits: Habits,
): TakeFlag[] {
  const { durations, known } = habits
  const seconds = spokenSeconds(signs)
  const expected = durations.predict(units)
  const off = Math.log(Math.max(seconds, 0.01) / expected)
  const spreads = off / durations.spread(units)
  const phonemes = phonemesOf(units)
  const cut = signs.endDb - loudestEndDb(habits)
  const flag = (code: TakeFlagCode, severity: TakeFlag['severity']): TakeFlag => ({
    code,
    severity,
    params: { seconds: tenths(seconds), expected: tenths(expected) },
  })
  if (isRepeated(signs, off, phonemes) && (known >= fewestTakes || !repeatsItself(spoken)))
    return [flag('repeated', 'bad')]
  const severity = severityOf(off, spreads, seconds - expected, phonemes, known)
  if (severity && off > 0) return [flag('runaway', severity)]
  if (cut > 0 && (severity || spreads < cutShortAt)) return [flag('truncated', 'bad')]
  if (severity) return [flag('skipped', severity)]
  if (cut <= Math.max(cutShownDb, cutShownShare * (signs.endDb - cut))) return []
  return [
    {
      code: 'cut-off',
      severity: cut > cutBadDb ? 'bad' : 'flagged',
      params: { decibels: tenths(signs.endDb) },
    },
  ]
}

function isRepeated({ repetition }: Signs, off: number, phonemes: number): boolean {
  return phonemes < fewPhonemes
    ? off > sameMore && repetition > sameFrom
    : off > repeatedMore && repetition > repeatedFrom
}

function severityOf(
  off: number,
  spreads: number,
  moreSeconds: number,
  phonemes: number,
  known: number,
): TakeFlag['severity'] | null {
  if (phonemes < fewPhonemes) {
    const isGross = off < shortHalf || (off > shortMore && moreSeconds > shortSeconds)
    return isGross ? 'bad' : null
  }
  if (known < fewestTakes) return off < unknownHalf || off > unknownMore ? 'bad' : null
  const distance = Math.abs(off)
  if ((off < half || off > muchMore) && Math.abs(spreads) > shownAt) return 'bad'
  if (Math.abs(spreads) > badAt && distance > closestBad) return 'bad'
  return Math.abs(spreads) > shownAt && distance > closestShown ? 'flagged' : null
}

/** How loud a take of this voice may be in its last moment. */
const loudestEndDb = ({ loudEndDb }: Habits): number =>
  loudEndDb === null ? unknownEndDb - cutShownDb : Math.max(fadedDb, loudEndDb)

/** Whether the text says its words twice, as refrains do. */
function repeatsItself(spoken: readonly SpokenPart[]): boolean {
  const words = spoken
    .map((part) => ('text' in part ? part.text : ''))
    .join(' ')
    .toLowerCase()
    .match(/[\p{L}\p{M}\p{N}]+/gu)
  if (!words) return false
  for (let lag = Math.ceil(words.length * 0.3); lag <= words.length * 0.6; lag++) {
    const compared = words.length - lag
    const same = words.slice(lag).filter((word, index) => word === words[index]).length
    if (compared > 0 && same > compared / 2) return true
  }
  return false
}

const tenths = (value: number): number => Math.round(value * 10) / 10
