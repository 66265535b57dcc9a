// The one window.
import { BrowserWindow, nativeTheme } from 'electron'
import { pageAddress } from './own-page.ts'

/** As in the page's styles, so that nothing flashes before the page is there. */
const backgrounds = { light: '#f5f2ec', dark: '#151412' }

/** Opens the window on our page. `preload`: absolute path of the built preload. */
export function openWindow(preload: string): BrowserWindow {
  const window = new BrowserWindow({
    width: 1280,
    height: 840,
    minWidth: 720,
    minHeight: 480,
    show: false,
    title: 'Lectern',
    backgroundColor: nativeTheme.shouldUseDarkColors ? backgrounds.dark : backgrounds.light,
    webPreferences: {
      preload,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      // A narration goes on, and its page keeps up, while the window is covered.
      backgroundThrottling: false,
    },
  })
  window.once('ready-to-show', () => window.show())
  void window.loadURL(pageAddress)
  return window
}

/** Brings the window to the front. */
export function showWindow(window: BrowserWindow): void {
  if (window.isMinimized()) window.restore()
  window.show()
  window.focus()
}
