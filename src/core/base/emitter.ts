// Events inside the core: announce, never command.

export type Emitter<T extends object> = {
  emit<N extends keyof T>(name: N, payload: T[N]): void
  /** Returns the function that stops listening. */
  on<N extends keyof T>(name: N, listener: (payload: T[N]) => void): () => void
  /** Whether anyone listens; saves making what nobody hears. */
  heard(name: keyof T): boolean
  /** All who listen, to whatever. */
  count(): number
}

/** Listeners are called in the order they came; one that throws does not keep the others from hearing. */
export function createEmitter<T extends object>(onError: (error: unknown) => void): Emitter<T> {
  const listeners = new Map<keyof T, Set<(payload: never) => void>>()
  return {
    count: () => [...listeners.values()].reduce((sum, set) => sum + set.size, 0),
    heard: (name) => (listeners.get(name)?.size ?? 0) > 0,
    emit(name, payload) {
      for (const listener of listeners.get(name) ?? []) {
        try {
          ;(listener as (payload: T[typeof name]) => void)(payload)
        } catch (error) {
          onError(error)
        }
      }
    },
    on(name, listener) {
      const set = listeners.get(name) ?? new Set()
      listeners.set(name, set)
      set.add(listener)
      return () => void set.delete(listener)
    },
  }
}
