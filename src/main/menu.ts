// The native menu: drawn by what the page says can be done, and in the language of the studio.
import { join } from 'node:path'
import { app, Menu, shell } from 'electron'
import { type DeedId, type ToldDeed, ToldDeeds } from '../contract/index.ts'
import { menuTemplate, namedItems } from './menu-template.ts'
import { openOutside } from './navigation.ts'
import { noticesName } from './notices-name.ts'
import type { FollowedWords } from './own-words.ts'

export type NativeMenuHost = {
  words: FollowedWords
  hasWindow(): boolean
  /** To the front; a window that is opened for it: at that place of the page. */
  show(place?: string): void
  addBooks(): void
  tellPage(deed: DeedId): void
}

export type NativeMenu = {
  /** From the page, and checked here: what can be done now. */
  tellDeeds(deeds: unknown): void
  /** Nothing can be done without it but to open it: a Mac shows the menu still. */
  windowClosed(): void
}

/** What is done in a window that is there, and is a place of one that is not. */
const placeOf: Partial<Record<DeedId, string>> = {
  'write-script': '#/write',
  library: '#/',
  voices: '#/voices',
  settings: '#/settings',
}

/** Replaces Electron's own menu. */
export function openMenu(host: NativeMenuHost): NativeMenu {
  let deeds: readonly ToldDeed[] = []
  let shown = ''
  const choose = (deed: DeedId, isByKey: boolean) => {
    if (!host.hasWindow()) return host.show(placeOf[deed])
    // The page has heard that key, and has left it alone.
    if (isByKey) return
    host.show()
    host.tellPage(deed)
  }
  const draw = () => {
    const template = menuTemplate(
      {
        platform: process.platform,
        isPackaged: app.isPackaged,
        words: host.words.now(),
        deeds,
        opening: host.hasWindow() ? [] : (Object.keys(placeOf) as DeedId[]),
      },
      {
        addBooks: host.addBooks,
        choose,
        showLicence: () => openOutside('https://www.gnu.org/licenses/gpl-3.0.html'),
        showNotices: () => shell.showItemInFolder(join(process.resourcesPath, noticesName)),
      },
    )
    // A menu that is set anew closes while a person looks at it; what can be done changes often, and the rest seldom.
    const shape = JSON.stringify(template, (key, value: unknown) =>
      key === 'enabled' || key === 'visible' ? undefined : value,
    )
    if (shape !== shown) Menu.setApplicationMenu(Menu.buildFromTemplate(template))
    else
      for (const { id, enabled = true, visible = true } of namedItems(template)) {
        const item = Menu.getApplicationMenu()?.getMenuItemById(id ?? '')
        if (item) Object.assign(item, { enabled, visible })
      }
    shown = shape
  }
  host.words.whenOther(draw)
  draw()
  return {
    tellDeeds(told) {
      deeds = ToldDeeds.parse(told)
      draw()
    },
    windowClosed() {
      deeds = deeds.map((deed) => ({ ...deed, can: false }))
      draw()
    },
  }
}
