// Whether the dialog is open in which a script is written.
import { createStore, type Readable } from '../client/store.ts'

export type Writing = {
  open: Readable<boolean>
  show(): void
  /** What is being written goes on. */
  close(): void
}

export function createWriting(): Writing {
  const open = createStore(false)
  return { open, show: () => open.set(true), close: () => open.set(false) }
}
