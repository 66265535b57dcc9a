// What the person is at in the studio: the chosen rows, the row being edited or cut, whether the list follows.
import { createStore, type Readable } from '../client/store.ts'

export type Selection = {
  position: number
  /** Where choosing several rows began; null where one alone is chosen. */
  anchor: number | null
  /** Position of the row whose text is being edited. */
  editing: number | null
  /** Position of the row that is about to be cut in two. */
  splitting: number | null
  /** Whether the choice and the list go along with the voice. */
  following: boolean
  /** Counts wishes to see the chosen row: the list scrolls when it changes. */
  reveal: number
}

export type SelectionStore = Readable<Selection> & {
  /** The person's own choice: the list no longer follows the voice. */
  choose(position: number): void
  /** All rows from where choosing began to this one. */
  extend(position: number): void
  edit(position: number): void
  split(position: number): void
  /** Neither edited nor cut any more. */
  leaveEdit(): void
  /** The voice is at a row. */
  heard(position: number): void
  /** The person has scrolled away, or wants to go along again. */
  follow(following: boolean): void
}

/** The chosen rows, first and last; one where no more are chosen. */
export const chosenRows = ({ position, anchor }: Selection): { from: number; to: number } => ({
  from: Math.min(position, anchor ?? position),
  to: Math.max(position, anchor ?? position),
})

const alone = { anchor: null, editing: null, splitting: null } as const

export function createSelection(position = 0): SelectionStore {
  const store = createStore<Selection>({ position, ...alone, following: true, reveal: 0 })
  return {
    get: store.get,
    subscribe: store.subscribe,
    choose: (next) =>
      store.update((now) => ({
        ...alone,
        position: next,
        editing: now.editing === next ? next : null,
        splitting: now.splitting === next ? next : null,
        following: false,
        reveal: now.reveal + 1,
      })),
    extend: (next) =>
      store.update((now) => ({
        ...alone,
        position: next,
        anchor: now.anchor ?? now.position,
        following: false,
        reveal: now.reveal + 1,
      })),
    edit: (next) =>
      store.update((now) => ({
        ...{ ...alone, position: next, editing: next, following: false },
        reveal: now.reveal + 1,
      })),
    split: (next) =>
      store.update((now) => ({
        ...{ ...alone, position: next, splitting: next, following: false },
        reveal: now.reveal + 1,
      })),
    leaveEdit: () => store.update((now) => ({ ...now, editing: null, splitting: null })),
    heard: (next) =>
      store.update((now) =>
        now.following && now.editing === null && now.splitting === null && now.anchor === null
          ? { ...now, position: next, reveal: now.reveal + 1 }
          : now,
      ),
    follow: (following) => store.update((now) => ({ ...now, following })),
  }
}
