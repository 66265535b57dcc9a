// The one place where the face chooses its language.
import { englishFace } from '../../contract/messages/english-face.ts'
import {
  failureSentences,
  leftOutWords,
  matterReasons,
  stageWords,
  takeFlagSentences,
  warningSentences,
} from '../../contract/messages/english.ts'
import type { Failure, Job, ReadWarning, TakeFlag } from '../../contract/index.ts'

export const words = englishFace
export {
  acxCures as acxCuresOf,
  acxRow as acxRowOf,
  soundFacts as soundFactsOf,
  acxMissingSentence,
} from '../../contract/messages/english-check.ts'
export { acxMendingText } from '../../contract/messages/english-mending.ts'
export { leftOutWords, matterReasons, stageWords }

/** What happened and what helps. */
export const failureSentence = (failure: Failure): string =>
  failureSentences[failure.code](failure.params)

export const warningSentence = (warning: ReadWarning): string =>
  warningSentences[warning.code](warning.params)

/** How far a book is on its way in: `12 chapters found, 1.2 of 3.7 MB`. */
export function importWords({ stage, chapters = 0, done, total }: Job): string {
  const { importFound, importRead } = words.library
  const found = chapters > 0 ? importFound(chapters) : stageWords[stage]
  return total > 0 ? `${found}, ${importRead(done, total)}` : found
}

/** What seems to be wrong with a take, and what to do. */
export const flagSentence = (flag: TakeFlag): string => takeFlagSentences[flag.code](flag.params)
