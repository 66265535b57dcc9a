// What the script panel says, in the face's language: fetched with the desk, not with the first screen.
import { englishScriptPanel } from '../../contract/messages/english-script-panel.ts'
import { language } from './words.ts'

export const scriptWords =
  language === 'de'
    ? (await import('../../contract/messages/german-script-panel.ts')).germanScriptPanel
    : englishScriptPanel
