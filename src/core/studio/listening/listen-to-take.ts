// One take heard as often as it takes to tell what is wrong with it; each hearing is kept.
import { z } from 'zod'
import type { HeardDifference, TakeFlag } from '../../../contract/index.ts'
import { fail } from '../../base/failure-error.ts'
import { hearingDifferences, verdictOf } from '../../listen/judge-hearing.ts'
import type { Heard, TranscriberInUse } from '../../ports/transcribers.ts'
import { spokenOf } from '../../segment/spoken-of.ts'
import type { StudioParts } from '../studio-parts.ts'
import { hearingKey, type TakeToHear } from './takes-to-hear.ts'

/** As it is kept: words with start and end in hundredths of a second, where the listener said them. */
export const KeptHearing = z.object({
  text: z.string(),
  words: z.array(z.tuple([z.string(), z.number(), z.number()])).optional(),
})
type KeptHearing = z.infer<typeof KeptHearing>

/** Longer than so is no hearing of this line: a listener that went astray, which writes without end. */
const mostTimes = 3
const roomLetters = 200

/** So many differences of one take are told; more of them say the same. */
const mostFlags = 3

/** `hear` sends the sound once. Fails as it does, and with `take-damaged`. */
export async function listenToTake(
  { context }: Pick<StudioParts, 'context'>,
  { take, expected }: TakeToHear,
  { model }: Pick<TranscriberInUse, 'model'>,
  language: string,
  hear: (flac: Uint8Array) => Promise<Heard>,
): Promise<HeardDifference[]> {
  const { modelAnswers, takes, clock } = context
  const hearings: HeardDifference[][] = []
  while (verdictOf(hearings).again) {
    const key = hearingKey(take.id, hearings.length + 1)
    const [kept] = await modelAnswers.find([key], model)
    let text = kept?.model === model ? KeptHearing.parse(JSON.parse(kept.answer)).text : null
    if (text === null) {
      const whole = await takes.whole(take.id)
      if (!whole) throw fail('take-damaged', { segment: take.id })
      const heard = keptOf(await hear(whole.flac), longestHearing(expected))
      text = heard.text
      await modelAnswers.keep([{ key, model, answer: JSON.stringify(heard) }], clock.now())
    }
    const said = inWords(text.slice(0, longestHearing(expected)), language)
    hearings.push(hearingDifferences(expected, said, language))
  }
  return verdictOf(hearings).wrong
}

/** In letters. */
const longestHearing = (expected: string): number => expected.length * mostTimes + roomLetters

/** `most`: letters of its text, and words with their times. */
const keptOf = ({ text, words }: Heard, most: number): KeptHearing => ({
  text: text.slice(0, most),
  ...(words && {
    words: words
      .slice(0, most)
      .map(({ word, start, end }) => [word, hundredths(start), hundredths(end)]),
  }),
})

const hundredths = (seconds: number): number => Math.round(seconds * 100)

/** Listeners write figures and short forms where a reader says words. */
export function inWords(text: string, language: string): string {
  const { spoken, normalised } = spokenOf(text, language)
  return (normalised?.spoken ?? spoken).map((part) => ('text' in part ? part.text : ' ')).join('')
}

/** Shown, not asked again by itself: a person hears it first. */
export const flagsOf = (differences: readonly HeardDifference[]): TakeFlag[] =>
  differences.slice(0, mostFlags).map(({ kind, expected, heard }): TakeFlag => {
    const severity = 'flagged'
    switch (kind) {
      case 'missing':
        return { code: 'word-missing', severity, params: { word: expected } }
      case 'added':
        return { code: 'word-added', severity, params: { word: heard } }
      case 'swapped':
        return { code: 'words-swapped', severity, params: { words: expected, heard } }
      case 'other':
        return { code: 'word-other', severity, params: { word: expected, heard } }
    }
  })
