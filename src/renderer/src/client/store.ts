// A value that tells when it was replaced. Made for useSyncExternalStore; mirrors are built on it.

export type Readable<T> = {
  get(): T
  subscribe(listener: () => void): () => void
}
export type Store<T> = Readable<T> & {
  /** Does nothing when the value is the same one. */
  set(next: T): void
  update(change: (value: T) => T): void
}

export function createStore<T>(initial: T): Store<T> {
  let value = initial
  const listeners = new Set<() => void>()
  const store: Store<T> = {
    get: () => value,
    set(next) {
      if (Object.is(next, value)) return
      value = next
      for (const listener of [...listeners]) listener()
    },
    update: (change) => store.set(change(value)),
    subscribe(listener) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
  }
  return store
}
