// Whether the dialog is open in which a script is written.
import { createStore, type Readable } from '../client/store.ts'

export type Writing = {
  open: Readable<boolean>
  show(): void
  /** What is being written goes on. */
  close(): void
}

/** `wanted`: the address asked for it. */
export function createWriting(wanted: boolean): Writing {
  const open = createStore(wanted)
  return { open, show: () => open.set(true), close: () => open.set(false) }
}
