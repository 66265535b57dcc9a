// Whether a dialog is open that may be asked for from anywhere: it outlives what is drawn around it.
import { createStore, type Readable } from '../client/store.ts'

export type OpenDialog = {
  open: Readable<boolean>
  show(): void
  /** What goes on in it goes on. */
  close(): void
}

/** `wanted`: whether it is open from the beginning. */
export function createOpenDialog(wanted = false): OpenDialog {
  const open = createStore(wanted)
  return { open, show: () => open.set(true), close: () => open.set(false) }
}
