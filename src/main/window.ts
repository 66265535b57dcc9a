// The one window.
import { BrowserWindow, dialog, nativeTheme } from 'electron'
import { pageAddress } from './own-page.ts'
import type { WindowPlaces } from './kept-window.ts'
import type { OwnWords } from './own-words.ts'

/** As in the page's styles, so that nothing flashes before the page is there. */
const backgrounds = { light: '#f5f2ec', dark: '#151412' }

/**
 * Opens the window on our page, at a place of it (`#/…`) and where `places` say that it was. `preload`: absolute
 * path of the built preload. `words`: asked for when they are said.
 */
export function openWindow(
  preload: string,
  places: WindowPlaces,
  words: () => OwnWords,
  place = '',
): BrowserWindow {
  const { bounds, least, isMaximized } = places.read()
  const window = new BrowserWindow({
    ...bounds,
    minWidth: least.width,
    minHeight: least.height,
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
  // Made on another screen than the main one, it has its size by that one's scale where scales differ.
  if (bounds.x !== undefined) window.setBounds(bounds)
  window.once('ready-to-show', () => {
    if (isMaximized) window.maximize()
    window.show()
  })
  places.keep(window)
  // Without an answer of ours a window whose page has something unsaved would not close, and would not say why.
  window.webContents.on('will-prevent-unload', (event) => {
    const { message, detail, stay, leave } = words().leave
    const answer = dialog.showMessageBoxSync(window, {
      ...{ type: 'question', message, detail },
      buttons: [stay, leave],
      defaultId: 0,
      cancelId: 0,
    })
    if (answer === 1) event.preventDefault()
  })
  goTo(window, place)
  return window
}

/** Shows a place of the page; a page that is there already only turns to it. */
export function goTo(window: BrowserWindow, place: string): void {
  // One that another overtakes is no failure; whatever else fails shows as a page that is not there.
  window.loadURL(`${pageAddress}${place}`).catch(() => {})
}

/** Brings the window to the front. */
export function showWindow(window: BrowserWindow): void {
  if (window.isMinimized()) window.restore()
  window.show()
  window.focus()
}
