// All that the face says, in English, as one value. A second language is a second value of this type.
import { acxCures, acxMissingSentence, acxRow, soundFacts } from './english-check.ts'
import { englishFace } from './english-face.ts'
import { acxMendingText } from './english-mending.ts'
import { failureSentences } from './english-failures.ts'
import {
  leftOutWords,
  matterReasons,
  stageWords,
  takeFlagSentences,
  warningSentences,
} from './english.ts'

export const englishCatalogue = {
  face: englishFace,
  messages: {
    failureSentences,
    warningSentences,
    takeFlagSentences,
    leftOutWords,
    matterReasons,
    stageWords,
  },
  checks: { acxRow, acxCures, soundFacts, acxMissingSentence, acxMendingText },
}

export type Catalogue = typeof englishCatalogue
