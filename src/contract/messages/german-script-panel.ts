// All that the script panel says, in German.
import type { englishScriptPanel } from './english-script-panel.ts'
import { germanListening } from './german-listening.ts'
import { germanScript } from './german-script.ts'
import { germanTranslation } from './german-translation.ts'

export const germanScriptPanel: typeof englishScriptPanel = {
  script: germanScript,
  listening: germanListening,
  translation: germanTranslation,
}
