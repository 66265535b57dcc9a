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
import type { Failure, ReadWarning, TakeFlag } from '../../contract/index.ts'

export const words = englishFace
export { leftOutWords, matterReasons, stageWords }

/** What happened and what helps. */
export const failureSentence = (failure: Failure): string =>
  failureSentences[failure.code](failure.params)

export const warningSentence = (warning: ReadWarning): string =>
  warningSentences[warning.code](warning.params)

/** What seems to be wrong with a take, and what to do. */
export const flagSentence = (flag: TakeFlag): string => takeFlagSentences[flag.code](flag.params)
