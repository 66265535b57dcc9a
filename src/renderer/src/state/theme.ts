// Light, dark, or as the system; remembered by the browser, since it is about this screen alone.
import { createStore, type Store } from './store.ts'

export const themes = ['system', 'light', 'dark'] as const
export type Theme = (typeof themes)[number]
const key = 'lectern.theme'

const known = (word: string | null): Theme => themes.find((theme) => theme === word) ?? 'system'

/** Applies the remembered theme to the page and keeps it there. */
export function createTheme(page: Window): Store<Theme> {
  const store = createStore<Theme>(known(page.localStorage.getItem(key)))
  const apply = () => {
    const theme = store.get()
    if (theme === 'system') delete page.document.documentElement.dataset['theme']
    else page.document.documentElement.dataset['theme'] = theme
  }
  apply()
  store.subscribe(() => {
    page.localStorage.setItem(key, store.get())
    apply()
  })
  return store
}
