// When the words of lines are heard in a file, where somebody has listened to their takes.
import { secondsAt, paceOf, type PaceMark } from '../../export/word-pace.ts'
import { wordTimes, type HeardTime } from '../../listen/word-times.ts'
import type { StoredSegment } from '../../ports/projects.ts'
import { createBreath } from '../../base/breath.ts'
import { shownPlace, spokenLetters } from '../../segment/spoken-place.ts'
import { inWords, KeptHearing } from '../listening/listen-to-take.ts'
import { hearingKey } from '../listening/takes-to-hear.ts'
import type { StudioContext } from '../studio-context.ts'
import type { PieceSpan } from './pieces.ts'

/** A span in a file, in its seconds. */
export type FileSpan = Pick<PieceSpan, 'from' | 'to' | 'take'>

/** By segment, in the order of the file. `sampleRate`: in samples a second, that the spans are counted in. */
export const fileSpansOf = (
  spans: readonly PieceSpan[],
  sampleRate: number,
): Map<string, FileSpan> =>
  new Map(
    spans.map(({ segmentId, from, to, take }) => [
      segmentId,
      { from: from / sampleRate, to: to / sampleRate, take },
    ]),
  )

/** By segment; absent where nobody has listened, or heard other words. Any listener's first hearing will do. */
export async function heardPaces(
  { modelAnswers, clock }: Pick<StudioContext, 'modelAnswers' | 'clock'>,
  language: string,
  rows: readonly StoredSegment[],
  spans: ReadonlyMap<string, FileSpan>,
): Promise<Map<string, PaceMark[]>> {
  const keyOf = ({ take }: FileSpan) => hearingKey(take.id, 1)
  const keys = rows.flatMap(({ id }) => {
    const span = spans.get(id)
    return span ? [keyOf(span)] : []
  })
  const found = await modelAnswers.find([...new Set(keys)], null)
  const answers = new Map(found.map(({ key, answer }) => [key, answer]))
  const paces = new Map<string, PaceMark[]>()
  const breath = createBreath(clock)
  for (const segment of rows) {
    const span = spans.get(segment.id)
    const answer = span && answers.get(keyOf(span))
    if (!span || answer === undefined) continue
    const known = marksOf(segment, span, heardIn(answer, language), language)
    const { length } = segment.text
    if (known.length > 0) paces.set(segment.id, paceOf(known, { ...span, length }))
    await breath()
  }
  return paces
}

/** Figures, signs and short forms: what a reader says otherwise. */
const isSaidOtherwise = /[\p{N}\p{S}&%]|\p{L}\./u

function heardIn(answer: string, language: string): HeardTime[] {
  const { words = [] } = KeptHearing.safeParse(JSON.parse(answer)).data ?? {}
  return words.map(([word, start, end]) => ({
    word: isSaidOtherwise.test(word) ? inWords(word, language) : word,
    ...{ start: start / 100, end: end / 100 },
  }))
}

/** From the take to the file as the plan places it, and from what is said to what is shown. */
function marksOf(
  { text, spoken, map, normalised }: StoredSegment,
  { from, to, take }: FileSpan,
  heard: readonly HeardTime[],
  language: string,
): PaceMark[] {
  const said = normalised ?? { spoken, map }
  const inFile: PaceMark[] = [
    { at: take.start, seconds: from },
    { at: take.end, seconds: to },
  ]
  return wordTimes(spokenLetters(said.spoken), heard, language)
    .filter(({ seconds }) => seconds >= take.start && seconds < take.end)
    .map(({ at, seconds }) => ({
      at: shownPlace(said.map, at, text.length),
      seconds: secondsAt(inFile, seconds),
    }))
}
