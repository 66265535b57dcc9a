// All that the script panel says, in English: fetched with the desk, not with the first screen.
import { listeningWords } from './english-listening.ts'
import { scriptWords } from './english-script.ts'
import { translationWords } from './english-translation.ts'

export const englishScriptPanel = {
  script: scriptWords,
  listening: listeningWords,
  translation: translationWords,
}
