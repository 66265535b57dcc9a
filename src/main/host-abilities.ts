// What this door does for the page beside the two verbs. Paths stay here; the page gets tickets.
import { app, dialog, shell, type BrowserWindow } from 'electron'
import { join } from 'node:path'
import { openedEndings, formatOfName, Ticket, VoicePlace, safeFileName } from '../contract/index.ts'
import type { Tickets } from '../core/ports/tickets.ts'
import { invariant } from '../core/base/invariant.ts'
import type { OwnWords } from './own-words.ts'

/** Under the pointer; on a Mac nothing is dragged without one. */
const dragIcon = join(import.meta.dirname, '../../resources/icons/drag.png')

/** Arguments come from the page and are checked here. */
export type HostDeeds = {
  ticketForPath(path: unknown): Ticket
  chooseBooks(): Promise<Ticket[]>
  chooseVoice(what: unknown): Promise<Ticket | null>
  chooseFolder(): Promise<Ticket | null>
  chooseExportTarget(suggestedName: unknown): Promise<Ticket | null>
  reveal(ticket: unknown): void
  dragOut(ticket: unknown): void
}

/**
 * `window` answers with the window that dialogs belong to, `words` with what they say. `onFile` hears of each file that
 * may be a book.
 */
export function createHostDeeds(
  tickets: Tickets,
  window: () => BrowserWindow,
  words: () => OwnWords,
  onFile: (path: string) => void,
): HostDeeds {
  const ticketFor = (path: string): Ticket => {
    onFile(path)
    return tickets.issue('book', path)
  }
  const finished = (ticket: unknown): string => tickets.peek('finished', Ticket.parse(ticket)).path
  return {
    ticketForPath: (path) => ticketFor(word(path)),
    async chooseBooks() {
      const { kinds } = words()
      const { filePaths } = await dialog.showOpenDialog(window(), {
        properties: ['openFile', 'multiSelections'],
        filters: [
          { name: kinds.books, extensions: openedEndings },
          { name: kinds.all, extensions: ['*'] },
        ],
      })
      return filePaths.map(ticketFor)
    },
    async chooseVoice(what) {
      const folder = VoicePlace.parse(what) === 'folder'
      const { filePaths } = await dialog.showOpenDialog(window(), {
        properties: [folder ? 'openDirectory' : 'openFile'],
        filters: folder ? [] : [{ name: words().kinds.voices, extensions: ['onnx'] }],
      })
      return filePaths[0] === undefined ? null : tickets.issue('book', filePaths[0])
    },
    async chooseFolder() {
      const { filePaths } = await dialog.showOpenDialog(window(), {
        properties: ['openDirectory', 'createDirectory'],
      })
      return filePaths[0] === undefined ? null : tickets.issue('folder', filePaths[0])
    },
    async chooseExportTarget(suggestedName) {
      const name = safeFileName(word(suggestedName))
      const format = formatOfName(name)
      const { filePath, canceled } = await dialog.showSaveDialog(window(), {
        defaultPath: join(app.getPath('documents'), name),
        filters: format ? [{ name: words().formats[format].name, extensions: [format] }] : [],
      })
      return canceled || !filePath ? null : tickets.issue('target', filePath)
    },
    reveal: (ticket) => shell.showItemInFolder(finished(ticket)),
    dragOut: (ticket) => window().webContents.startDrag({ file: finished(ticket), icon: dragIcon }),
  }
}

function word(value: unknown): string {
  invariant(typeof value === 'string' && value !== '', 'the page sends a word')
  return value
}
