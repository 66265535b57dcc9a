// The hatch: the two verbs and the host abilities, and nothing of Electron itself.
import { contextBridge, ipcRenderer, webUtils, type IpcRendererEvent } from 'electron'
import type { Reply, Ticket, WindowHost } from '../contract/index.ts'

type Heard = (name: string, payload: unknown) => void

const host: WindowHost = {
  door: 'electron',
  // A file that a page made has no path; the page sends its bytes instead.
  ticketForFile: async (file): Promise<Ticket | null> => {
    const path = webUtils.getPathForFile(file as File)
    return path === '' ? null : ipcRenderer.invoke('lectern:ticket-for-path', path)
  },
  chooseBooks: () => ipcRenderer.invoke('lectern:choose-books'),
  chooseVoice: (what) => ipcRenderer.invoke('lectern:choose-voice', what),
  chooseFolder: () => ipcRenderer.invoke('lectern:choose-folder'),
  chooseExportTarget: (name) => ipcRenderer.invoke('lectern:choose-export-target', name),
  reveal: (ticket) => ipcRenderer.invoke('lectern:reveal', ticket),
  dragOut: (ticket) => ipcRenderer.invoke('lectern:drag-out', ticket),
  tellDeeds: (deeds) => ipcRenderer.invoke('lectern:tell-deeds', deeds),
}

contextBridge.exposeInMainWorld('lectern', {
  call: (name: string, args: unknown): Promise<Reply<unknown>> =>
    ipcRenderer.invoke('lectern:call', name, args),
  /** Every event. Returns the function that stops listening. */
  on: (listener: Heard): (() => void) => {
    const heard = (_event: IpcRendererEvent, name: string, payload: unknown) =>
      listener(name, payload)
    ipcRenderer.on('lectern:event', heard)
    return () => void ipcRenderer.removeListener('lectern:event', heard)
  },
  host,
})
