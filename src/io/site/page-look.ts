// How the page looks and what it speaks, written into its HTML: nothing flashes, whatever the port is.
import { defaultSettings, type StudioClient } from '../../contract/index.ts'

const names = ['language', 'theme', 'textSize', 'motion', 'direction', 'accent'] as const

/** Words of the settings' closed lists, and the system's accent colour, `#0a84ff`: empty where only the page can tell. */
export type PageLook = Record<(typeof names)[number] | 'systemAccent', string>

/** The settings in force; the defaults where they cannot be read. */
export async function pageLook(
  studio: Pick<StudioClient, 'call'>,
  systemAccent = '',
): Promise<PageLook> {
  const reply = await studio.call('settings.read', {})
  const usual = defaultSettings()
  const word = (name: (typeof names)[number]) =>
    String(
      (reply.ok && reply.value.settings.find((one) => one.name === name)?.value) || usual[name],
    )
  return {
    language: word('language'),
    theme: word('theme'),
    textSize: word('textSize'),
    motion: word('motion'),
    direction: word('direction'),
    accent: word('accent'),
    systemAccent,
  }
}
