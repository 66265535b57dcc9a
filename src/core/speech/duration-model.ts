// How long a voice speaks: a base and so much for each unit of its text, fitted to its last takes so
// that a few bad ones change nothing.
import { solve } from './solve.ts'
import { phonemesOf, type SpeechUnits } from './speech-units.ts'

/** One take as it is learned: units of its text, seconds of speech without silences. */
export type Timed = { units: SpeechUnits; seconds: number }

export type DurationModel = {
  /** Seconds of speech for such a text. */
  predict(units: SpeechUnits): number
  /** Spread of ln(seconds ÷ predicted) to be expected of it. */
  spread(units: SpeechUnits): number
}

/** Seconds of an unknown voice, about 14 phonemes a second: base, vowel, consonant, word, mark, other. */
const prior: readonly number[] = [0.1, 0.075, 0.058, 0.03, 0.1, 0.071]
/**
 * How far each of them may be off, as a part of it, once the voice's pace is known. Texts with digits
 * and the like are rare, and each is of another sort: the last is hardly learned from them.
 */
const priorLooseness: readonly number[] = [0.4, 0.4, 0.4, 0.4, 0.4, 0.1]
/** How far an unknown voice's pace may be off, as ln; and how many takes that counts for. */
const priorSpread = 0.3
const priorTakes = 0.3
/** Text is no phonemes: less than this is luck. */
const leastSpread = 0.03
/** Rounding of edges, breaths, how a lone word is stressed: seconds whatever the length. */
const unevenSeconds = 0.09
/** Below so many phonemes a take tells little of a voice's pace. */
export const fewPhonemes = 8

/** Fits the takes; none gives the prior. */
export function fitDurations(takes: readonly Timed[]): DurationModel {
  const told = takes.filter(({ units, seconds }) => phonemesOf(units) >= fewPhonemes && seconds > 0)
  const rows = told.map(({ units }) => rowOf(units))
  const pace = Math.exp(
    median(told.map(({ seconds }, index) => Math.log(seconds / at(prior, rows[index] as Row)))),
  )
  const start = prior.map((each) => each * pace)
  let fitted: readonly number[] = start
  for (let round = 0; round < 6 && told.length > 2; round++)
    fitted = refit(told, rows, fitted, start)
  const residuals = told.map(({ seconds }, index) =>
    Math.abs(Math.log(seconds / at(fitted, rows[index] as Row))),
  )
  const seen = (1.4826 * median(residuals)) ** 2 * told.length
  const variance = (seen + priorTakes * priorSpread ** 2) / (told.length + priorTakes)
  const spread = Math.max(leastSpread, Math.sqrt(variance))
  const predict = (units: SpeechUnits) => at(fitted, rowOf(units))
  return { predict, spread: (units) => Math.hypot(spread, unevenSeconds / predict(units)) }
}

type Row = readonly number[]

const rowOf = ({ vowels, consonants, words, marks, others }: SpeechUnits): Row => [
  1,
  vowels,
  consonants,
  words,
  marks,
  others,
]

const at = (weights: readonly number[], row: Row): number =>
  Math.max(
    0.05,
    weights.reduce((sum, weight, index) => sum + weight * (row[index] as number), 0),
  )

/**
 * One step of weighted least squares in relative terms. What lies far off weighs almost nothing, and
 * the prior, at the voice's own pace, holds what the takes do not tell.
 */
function refit(
  takes: readonly Timed[],
  rows: readonly Row[],
  weights: readonly number[],
  start: readonly number[],
): readonly number[] {
  const expected = rows.map((row) => at(weights, row))
  const errors = takes.map(({ seconds }, index) => seconds / (expected[index] as number) - 1)
  const scale = Math.max(leastSpread, 1.4826 * median(errors.map(Math.abs)))
  const size = start.length
  const matrix = start.map((value, row) =>
    start.map((_, column) =>
      row === column ? 1 / ((priorLooseness[row] as number) * value) ** 2 : 0,
    ),
  )
  const right = start.map((value, index) => value * (matrix[index]?.[index] as number))
  for (const [index, row] of rows.entries()) {
    const trust = 1 / (1 + ((errors[index] as number) / (2 * scale)) ** 2) ** 2
    const weight = trust / (scale * (expected[index] as number)) ** 2
    for (let i = 0; i < size; i++) {
      const scaled = weight * (row[i] as number)
      const line = matrix[i] as number[]
      for (let j = 0; j < size; j++) line[j] = (line[j] as number) + scaled * (row[j] as number)
      right[i] = (right[i] as number) + scaled * (takes[index] as Timed).seconds
    }
  }
  return solve(matrix, right)
}

/** 0 of nothing. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  const middle = sorted.length >> 1
  if (sorted.length === 0) return 0
  return sorted.length % 2 === 1
    ? (sorted[middle] as number)
    : ((sorted[middle - 1] as number) + (sorted[middle] as number)) / 2
}
