// The window's own parts (title, menus, dialogs, the ground before the page) in the theme of the settings.
import { nativeTheme } from 'electron'
import type { Studio } from '../core/studio/studio.ts'
import { pageLook } from '../io/site/page-look.ts'

/** Call it before the window is opened. */
export async function followTheme(studio: Pick<Studio, 'call' | 'on'>): Promise<void> {
  const set = (theme: unknown) => {
    nativeTheme.themeSource = theme === 'light' || theme === 'dark' ? theme : 'system'
  }
  studio.on('settings.changed', ({ setting }) => {
    if (setting.name === 'theme') set(setting.value)
  })
  set((await pageLook(studio)).theme)
}
