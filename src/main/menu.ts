// The native menu.
import { app, Menu, type MenuItemConstructorOptions } from 'electron'
import type { EventPayload } from '../contract/index.ts'
import { openOutside } from './navigation.ts'

export type MenuDeeds = {
  /** Asks for books and imports them. */
  addBooks(): void
  /** What the page does itself: it hears `menu.chosen`. */
  tellPage(item: EventPayload<'menu.chosen'>['item']): void
}

/** The system fills it, by what src/main/recent.ts has told it. */
const recentDocuments: MenuItemConstructorOptions = {
  role: 'recentDocuments',
  submenu: [{ role: 'clearRecentDocuments' }],
}

/** Replaces Electron's own menu. */
export function setMenu({ addBooks, tellPage }: MenuDeeds): void {
  const mac = process.platform === 'darwin'
  const template: MenuItemConstructorOptions[] = [
    ...(mac ? [{ role: 'appMenu' } as const] : []),
    {
      label: '&File',
      submenu: [
        { id: 'add-books', label: 'Add Books…', accelerator: 'CmdOrCtrl+O', click: addBooks },
        {
          id: 'write-script',
          label: 'Write a Script…',
          click: () => tellPage('write-script'),
        },
        ...(mac ? [recentDocuments] : []),
        {
          id: 'export',
          label: 'Export…',
          accelerator: 'CmdOrCtrl+Shift+E',
          click: () => tellPage('export'),
        },
        { type: 'separator' },
        { role: mac ? 'close' : 'quit' },
      ],
    },
    { role: 'editMenu' },
    {
      label: '&View',
      submenu: [
        { role: 'reload' },
        ...(app.isPackaged ? [] : [{ role: 'toggleDevTools' } as const]),
        { type: 'separator' },
        { role: 'resetZoom' },
        { role: 'zoomIn' },
        { role: 'zoomOut' },
        { type: 'separator' },
        { role: 'togglefullscreen' },
      ],
    },
    { role: 'windowMenu' },
    {
      role: 'help',
      submenu: [
        { id: 'shortcuts', label: 'Keyboard Shortcuts', click: () => tellPage('shortcuts') },
        {
          label: 'Licence',
          click: () => openOutside('https://www.gnu.org/licenses/gpl-3.0.html'),
        },
        ...(mac ? [] : [{ role: 'about' } as const]),
      ],
    },
  ]
  Menu.setApplicationMenu(Menu.buildFromTemplate(template))
}
