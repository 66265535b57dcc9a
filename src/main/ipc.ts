// The page's way in and the way back. The only importer of ipcMain.
import { BrowserWindow, ipcMain } from 'electron'
import type { Studio } from '../core/studio/studio.ts'
import type { HostDeeds } from './host-abilities.ts'
import type { NativeMenu } from './menu.ts'
import { isOwnPage } from './own-page.ts'

/** Binds the two verbs and the host abilities. */
export function bindIpc(
  studio: Pick<Studio, 'callUnchecked' | 'onAny'>,
  host: HostDeeds & Pick<NativeMenu, 'tellDeeds'>,
): void {
  answer('lectern:call', (name, args) => studio.callUnchecked(String(name), args))
  answer('lectern:ticket-for-path', (path) => host.ticketForPath(path))
  answer('lectern:choose-books', () => host.chooseBooks())
  answer('lectern:choose-voice', (what) => host.chooseVoice(what))
  answer('lectern:choose-folder', () => host.chooseFolder())
  answer('lectern:choose-export-target', (name) => host.chooseExportTarget(name))
  answer('lectern:reveal', (ticket) => host.reveal(ticket))
  answer('lectern:drag-out', (ticket) => host.dragOut(ticket))
  answer('lectern:tell-deeds', (deeds) => host.tellDeeds(deeds))
  studio.onAny(tellPages)
}

/** Sends an event to the page. */
export function tellPages(name: string, payload: unknown): void {
  for (const window of BrowserWindow.getAllWindows()) {
    if (!window.isDestroyed()) window.webContents.send('lectern:event', name, payload)
  }
}

/** Answers our own page's main frame and nobody else. */
function answer(channel: string, work: (...args: unknown[]) => unknown): void {
  ipcMain.handle(channel, (event, ...args) => {
    const frame = event.senderFrame
    if (!frame || frame.parent || !isOwnPage(frame.url)) {
      throw new Error(`${channel} is not for ${frame?.url ?? 'a frame that is gone'}`)
    }
    return work(...args)
  })
}
