// What is usual for one voice, learned from its takes: pace, pitch, colour, rate, how its takes end.
import type { Signs, TakeFlag } from '../../contract/index.ts'
import { fitDurations, median, type DurationModel, type Timed } from './duration-model.ts'
import type { SpeechUnits } from './speech-units.ts'

/** Raised when what is remembered must not be read any more. */
const version = 1
/** The last takes that count: enough for a spread, few enough to follow a voice that changes. */
const remembered = 96
/**
 * So many takes in a row that all fail, but agree with one another, are what is usual now. Many: a server
 * that leaves out the same part of everything agrees with itself too, and each of these is told.
 */
const enoughDoubted = 40
/** How far they may be from one another, as ln of their pace. */
const agreement = 0.15

/** One take, as it is remembered. */
export type HabitTake = Timed & {
  sampleRate: number
  pitchHz: number | null
  centroidHz: number
  endDb: number
}

/**
 * Plain JSON, to be remembered for a voice at one rate and style of speaking: another rate is another
 * pace. `doubted` are the last takes in a row that did not teach.
 */
export type VoiceHabits = { version: typeof version; takes: HabitTake[]; doubted: HabitTake[] }

/** A voice that was never heard. */
export const noHabits: VoiceHabits = { version, takes: [], doubted: [] }

/** What was remembered as JSON; of anything else, or of an older version, nothing is known. */
export function readHabits(json: string | null): VoiceHabits {
  if (json === null) return noHabits
  try {
    const value = JSON.parse(json) as Partial<VoiceHabits> | null
    const isKnown =
      value?.version === version && Array.isArray(value.takes) && Array.isArray(value.doubted)
    return isKnown ? (value as VoiceHabits) : noHabits
  } catch {
    return noHabits
  }
}

/** Seconds of speech in a take, without its silences. */
export const spokenSeconds = (signs: Signs): number => signs.soundSeconds - signs.silentSeconds

/** What its signs say that a take is to be remembered by. */
export const habitOf = (units: SpeechUnits, sampleRate: number, signs: Signs): HabitTake => ({
  units,
  seconds: spokenSeconds(signs),
  sampleRate,
  pitchHz: signs.pitchHz,
  centroidHz: signs.centroidHz,
  endDb: signs.endDb,
})

/** Flags of sound that is no speech, or not all of it: nothing about a voice can be learned from it. */
const spoiled: readonly TakeFlag['code'][] = [
  'empty',
  'noise',
  'clipped',
  'silence',
  'repeated',
  'truncated',
  'cut-off',
]

/**
 * The habits after one more take, with the flags it was judged to have. A bad take teaches nothing,
 * unless a row of them agree: then the voice has changed, and what was known is forgotten.
 */
export function learn(
  habits: VoiceHabits,
  take: HabitTake,
  flags: readonly TakeFlag[],
): VoiceHabits {
  const bad = flags.filter(({ severity }) => severity === 'bad')
  if (bad.length === 0 && take.seconds > 0)
    return { version, takes: [...habits.takes, take].slice(-remembered), doubted: [] }
  if (bad.some(({ code }) => spoiled.includes(code)) || take.seconds <= 0) return habits
  const doubted = [...habits.doubted, take].slice(-enoughDoubted)
  if (doubted.length < enoughDoubted || !agree(doubted)) return { ...habits, doubted }
  return { version, takes: doubted, doubted: [] }
}

function agree(takes: readonly HabitTake[]): boolean {
  const { predict } = fitDurations([])
  const paces = takes.map(({ units, seconds }) => Math.log(seconds / predict(units)))
  const middle = median(paces)
  return median(paces.map((pace) => Math.abs(pace - middle))) < agreement
}

/** A figure that is usual for a voice, and the spread of its ln; null while too little is known. */
export type Usual = { value: number; spread: number } | null

export type Habits = {
  /** How many takes it stands on. */
  known: number
  durations: DurationModel
  sampleRate: number | null
  /** Their spread is that of a long take; see `unevenness`. */
  pitchHz: Usual
  centroidHz: Usual
  /** Level of the last 10 ms against the loud moments in dB that one take in twenty goes beyond. */
  loudEndDb: number | null
}

/** Fewer takes do not tell what is usual. */
export const fewestTakes = 8
/** A spread of few takes is likely too small. */
const doubtOfSpread = 8
const leastPitchSpread = 0.015
const leastCentroidSpread = 0.035

/** How much further than a long take one of so many seconds is off what is usual. */
export const unevenness = (seconds: number): number => Math.sqrt(1 + 6 / Math.max(seconds, 0.3))

/** What the remembered takes add up to. */
export function summarise({ takes }: VoiceHabits): Habits {
  const ends = takes.map(({ endDb }) => endDb).toSorted((a, b) => b - a)
  return {
    known: takes.length,
    durations: fitDurations(takes),
    sampleRate: mostCommon(takes.map(({ sampleRate }) => sampleRate)),
    pitchHz: usual(takes, ({ pitchHz }) => pitchHz ?? 0, leastPitchSpread),
    centroidHz: usual(takes, ({ centroidHz }) => centroidHz, leastCentroidSpread),
    loudEndDb: takes.length < fewestTakes ? null : (ends[Math.floor(ends.length / 20)] ?? null),
  }
}

function usual(
  takes: readonly HabitTake[],
  figure: (take: HabitTake) => number,
  leastSpread: number,
): Usual {
  const told = takes.filter((take) => figure(take) > 0)
  if (told.length < fewestTakes) return null
  const value = median(told.map((take) => Math.log(figure(take))))
  const off = told.map(
    (take) => Math.abs(Math.log(figure(take)) - value) / unevenness(take.seconds),
  )
  const spread = Math.max(leastSpread, 1.4826 * median(off))
  return { value: Math.exp(value), spread: spread * (1 + doubtOfSpread / told.length) }
}

function mostCommon(values: readonly number[]): number | null {
  const counts = new Map<number, number>()
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1)
  const [first] = [...counts].toSorted((a, b) => b[1] - a[1])
  return first?.[0] ?? null
}
