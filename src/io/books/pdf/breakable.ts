// Waits that end when their file breaks, whatever they wait for.

export type Breakable = {
  /** Ends what waits now, and all that will, with this reason. The first one counts. */
  breakOff(reason: unknown): void
  wait<T>(work: Promise<T>): Promise<T>
}

/** A race with one lasting promise would keep the outcome of every other one: each page of a book. */
export function createBreakable(): Breakable {
  let broken: { reason: unknown } | null = null
  const waiting = new Set<(reason: unknown) => void>()
  return {
    breakOff(reason) {
      broken ??= { reason }
      for (const reject of waiting) reject(broken.reason)
    },
    async wait<T>(work: Promise<T>): Promise<T> {
      const { promise, resolve, reject } = Promise.withResolvers<T>()
      work.then(resolve, reject)
      if (broken) reject(broken.reason)
      waiting.add(reject)
      try {
        return await promise
      } finally {
        waiting.delete(reject)
      }
    },
  }
}
