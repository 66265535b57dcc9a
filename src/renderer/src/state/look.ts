// How the page looks: at first as its HTML says, then as the settings say, at once.
import type { Connection } from '../client/connection.ts'
import type { News } from './news.ts'
import type { SettingValues } from './settings.ts'
import { createStore, type Readable } from './store.ts'

export const themes = ['system', 'light', 'dark'] as const
export type Theme = (typeof themes)[number]

/** Light, dark or as the system; changing it changes the setting. */
export type ThemeChoice = Readable<Theme> & { set(theme: Theme): void }

/** As much of a window as it takes. */
export type LookedAt = {
  document: { documentElement: { dataset: Partial<Record<string, string>> } }
  location: { reload(): void }
}

const known = (word: unknown): Theme => themes.find((theme) => theme === word) ?? 'system'

/** Keeps the page as the settings have it; another language loads the page again. */
export function followLook(
  page: LookedAt,
  settings: Readable<SettingValues>,
  connection: Pick<Connection, 'call'>,
  news: Pick<News, 'settle'>,
): ThemeChoice {
  const { dataset } = page.document.documentElement
  const theme = createStore<Theme>(known(dataset['theme']))
  // First, so that what is drawn by hand reads the colours of the new one.
  theme.subscribe(() => void (dataset['theme'] = theme.get()))
  const asSet = () => {
    const word = (name: string) => settings.get().get(name)?.value
    theme.set(known(word('theme') ?? theme.get()))
    for (const name of ['textSize', 'motion'])
      if (word(name) !== undefined) dataset[name] = String(word(name))
    const language = word('language')
    if (language === undefined || language === dataset['language']) return
    dataset['language'] = String(language)
    page.location.reload()
  }
  settings.subscribe(asSet)
  return {
    get: theme.get,
    subscribe: theme.subscribe,
    set(wanted) {
      theme.set(wanted)
      void connection.call('settings.change', { name: 'theme', value: wanted }).then((reply) => {
        if (news.settle(reply) === null) asSet()
      })
    },
  }
}
