// The one place where the face chooses its language.
import { englishFace } from '../../contract/messages/english-face.ts'
import {
  failureSentences,
  matterReasons,
  stageWords,
  warningSentences,
} from '../../contract/messages/english.ts'
import type { Failure, ReadWarning } from '../../contract/index.ts'

export const words = englishFace
export { matterReasons, stageWords }

/** What happened and what helps. */
export const failureSentence = (failure: Failure): string =>
  failureSentences[failure.code](failure.params)

export const warningSentence = (warning: ReadWarning): string =>
  warningSentences[warning.code](warning.params)
