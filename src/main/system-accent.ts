// The system's accent colour, for pages that shall have it.
import { systemPreferences } from 'electron'
import { accentOf } from './accent-colour.ts'

/** As `#0a84ff`; empty where the system has none to tell. */
export function systemAccent(): string {
  try {
    return accentOf(systemPreferences.getAccentColor())
  } catch {
    // Older systems have none, and say so by throwing.
    return ''
  }
}

/** Tells each other one that a person chooses in the system's settings. */
export function followAccent(tell: (colour: string) => void): void {
  const changed = () => tell(systemAccent())
  if (process.platform === 'darwin')
    systemPreferences.subscribeNotification('AppleColorPreferencesChangedNotification', changed)
  else systemPreferences.on('accent-color-changed', changed)
}
