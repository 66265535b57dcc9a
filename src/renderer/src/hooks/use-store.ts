// React's view of a store or of a part of it.
import { useSyncExternalStore } from 'react'
import type { Readable } from '../client/store.ts'

export const useStore = <T>(store: Readable<T>): T =>
  useSyncExternalStore(store.subscribe, store.get)

/** A part of a store; `select` must answer with the same object while nothing changed. */
export const useSelected = <T, S>(store: Readable<T>, select: (value: T) => S): S =>
  useSyncExternalStore(store.subscribe, () => select(store.get()))
