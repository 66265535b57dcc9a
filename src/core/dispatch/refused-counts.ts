// Tells whether a server refuses because of how many requests it has, and how many are too many.

/** A request as it began: its place in the order of all, and how many were on their way with it. */
type Begun = { readonly order: number; readonly busyAtBegin: number }

export type RefusedCounts = {
  accepted(begun: Begun): void
  /** `newest`: the order of the last request that has begun. */
  refused(begun: Begun, newest: number): Refusal
}

export type Refusal = {
  /** Requests the server had with this one. */
  count: number
  /** Whether it was their number: as many were not accepted lately. */
  byNumber: boolean
}

const kept = 64

/** Remembers the last 64 of each. */
export function createRefusedCounts(): RefusedCounts {
  const accepted: number[] = []
  const refused: { order: number; newest: number }[] = []

  /** Those on their way that the server was about to refuse did not take room there. */
  const present = ({ order, busyAtBegin }: Begun) => {
    let count = busyAtBegin
    for (const other of refused) if (other.order < order && order <= other.newest) count -= 1
    return count
  }
  return {
    accepted(begun) {
      accepted.push(present(begun))
      if (accepted.length > kept) accepted.shift()
    },
    refused(begun, newest) {
      const count = present(begun)
      refused.push({ order: begun.order, newest })
      if (refused.length > kept) refused.shift()
      return { count, byNumber: accepted.every((fine) => fine < count) }
    },
  }
}
