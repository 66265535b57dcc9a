// Who goes first at the desk: what moves rows is done alone, all else for the rows where they are.

export type DeskTurn = {
  /** Moves rows: behind all that was begun before it, and before all that comes. */
  move<T>(work: () => Promise<T>): Promise<T>
  /**
   * Beside its like and behind the moves that were begun before it: at once, where there are none. Nothing in
   * it may wait for another turn: a move that has come meanwhile waits for this one.
   */
  deed<T>(work: () => Promise<T>): Promise<T>
}

export function createDeskTurn(): DeskTurn {
  let moves = 0
  /** Ends with the last move. */
  let moved: Promise<unknown> = Promise.resolve()
  /** Ends with that and with every deed behind it. */
  let rested = moved
  return {
    move(work) {
      moves += 1
      const done = rested.then(work).finally(() => void (moves -= 1))
      moved = rested = done.catch(() => {})
      return done
    },
    deed(work) {
      const done = moves === 0 ? work() : moved.then(work)
      rested = Promise.allSettled([rested, done])
      return done
    },
  }
}
