// What the person is at in the studio: the chosen row, the row being edited, whether the list follows.
import { createStore, type Readable } from './store.ts'

export type Selection = {
  position: number
  /** Position of the row whose text is being edited. */
  editing: number | null
  /** Whether the choice and the list go along with the voice. */
  following: boolean
  /** Counts wishes to see the chosen row: the list scrolls when it changes. */
  reveal: number
}

export type SelectionStore = Readable<Selection> & {
  /** The person's own choice: the list no longer follows the voice. */
  choose(position: number): void
  edit(position: number): void
  leaveEdit(): void
  /** The voice is at a row. */
  heard(position: number): void
  /** The person has scrolled away, or wants to go along again. */
  follow(following: boolean): void
}

export function createSelection(position = 0): SelectionStore {
  const store = createStore<Selection>({ position, editing: null, following: true, reveal: 0 })
  return {
    get: store.get,
    subscribe: store.subscribe,
    choose: (next) =>
      store.update((now) => ({
        position: next,
        editing: now.editing === next ? next : null,
        following: false,
        reveal: now.reveal + 1,
      })),
    edit: (next) =>
      store.update((now) => ({ ...now, position: next, editing: next, following: false })),
    leaveEdit: () => store.update((now) => ({ ...now, editing: null })),
    heard: (next) =>
      store.update((now) =>
        now.following && now.editing === null
          ? { ...now, position: next, reveal: now.reveal + 1 }
          : now,
      ),
    follow: (following) => store.update((now) => ({ ...now, following })),
  }
}
