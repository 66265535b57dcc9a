// Learns from requests in the order they began, however they end.

export type InOrder = {
  /** The request of this order (from 1, without gaps) has ended and teaches nothing, unless `teach` says more. */
  ended(order: number): void
  /** Runs when all that began before have ended too. */
  teach(order: number, learn: () => void): void
  /** Learns what can be learned now. */
  release(): void
}

/** One that hangs must not keep more than these from being heard. */
const heldBack = 64

/** The quick ones come back first: learned in that order, every change of width would look fast. */
export function createInOrder(): InOrder {
  const held = new Map<number, (() => void) | null>()
  let next = 1
  const hold = (order: number, learn: (() => void) | null) => {
    if (order >= next) held.set(order, learn)
  }
  return {
    ended: (order) => hold(order, null),
    teach: hold,
    release() {
      while (held.size > 0) {
        const learn = held.get(next)
        if (learn === undefined && held.size < heldBack) return
        held.delete(next)
        next += 1
        learn?.()
      }
    },
  }
}
