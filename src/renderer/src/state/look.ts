// How the page looks: at first as its HTML says, then as the settings say, at once.
import { chosenLanguage } from '../../../contract/messages/language.ts'
import type { Connection } from '../client/connection.ts'
import type { News } from './news.ts'
import type { SettingValues } from './settings.ts'
import { createStore, type Readable } from '../client/store.ts'

export const themes = ['system', 'light', 'dark'] as const
export type Theme = (typeof themes)[number]

/** Light, dark or as the system; changing it changes the setting. */
export type ThemeChoice = Readable<Theme> & { set(theme: Theme): void }

const usualPixels = 16

/** As much of a page as it takes. */
export type LookedAt = {
  dataset: Partial<Record<string, string>>
  /** The languages that the person reads, the dearest first. */
  preferred: readonly string[]
  reload(): void
  /** The size of the page's text in pixels, with what the browser is set to. */
  textPixels(): number
}

/** `whenSaved`: puts off what would lose what is being written. */
export const lookOf = (
  { document, location, navigator, getComputedStyle }: Window & typeof globalThis,
  whenSaved: (deed: () => void) => void,
): LookedAt => ({
  dataset: document.documentElement.dataset,
  preferred: navigator.languages,
  reload: () => whenSaved(() => location.reload()),
  textPixels: () => Number.parseFloat(getComputedStyle(document.documentElement).fontSize),
})

const known = (word: unknown): Theme => themes.find((theme) => theme === word) ?? 'system'

/** Keeps the page as the settings have it; another language loads the page again. */
export function followLook(
  page: LookedAt,
  settings: Readable<SettingValues>,
  connection: Pick<Connection, 'call'>,
  news: Pick<News, 'settle'>,
): { theme: ThemeChoice; textScale: Readable<number> } {
  const { dataset } = page
  const textScale = createStore(page.textPixels() / usualPixels)
  const theme = createStore<Theme>(known(dataset['theme']))
  // First, so that what is drawn by hand reads the colours of the new one.
  theme.subscribe(() => void (dataset['theme'] = theme.get()))
  const asSet = () => {
    const word = (name: string) => settings.get().get(name)?.value
    theme.set(known(word('theme') ?? theme.get()))
    for (const name of ['textSize', 'motion'])
      if (word(name) !== undefined) dataset[name] = String(word(name))
    textScale.set(page.textPixels() / usualPixels)
    const language = word('language')
    if (language === undefined || language === dataset['language']) return
    const speaks = (setting: string | undefined) => chosenLanguage(setting, page.preferred)
    const isOther = speaks(String(language)) !== speaks(dataset['language'])
    dataset['language'] = String(language)
    if (isOther) page.reload()
  }
  settings.subscribe(asSet)
  const choose = (wanted: Theme) => {
    theme.set(wanted)
    void connection.call('settings.change', { name: 'theme', value: wanted }).then((reply) => {
      if (news.settle(reply) === null) asSet()
    })
  }
  return { theme: { ...theme, set: choose }, textScale }
}
