// Work under one key happens one after another, in the order in which it was asked for.

/** Runs `work` when all that was asked for before it under the same key has ended, however it ended. */
export type Turns = <T>(key: string, work: () => Promise<T>) => Promise<T>

/** Work must not ask for a turn of its own key and wait for it: it would wait for itself. */
export function createTurns(): Turns {
  const last = new Map<string, Promise<unknown>>()
  return (key, work) => {
    const before = last.get(key)
    const turn = before ? before.then(work, work) : work()
    last.set(key, turn)
    const forget = () => {
      if (last.get(key) === turn) last.delete(key)
    }
    turn.then(forget, forget)
    return turn
  }
}
