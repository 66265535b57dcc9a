// Counts what is under way at something that is to be closed once nothing is.

export type Uses = {
  during<T>(work: () => Promise<T>): Promise<T>
  /** Runs `end` as soon as nothing is under way, now if nothing is; what begins later is not waited for. */
  whenIdle(end: () => void): void
}

/** Work that fails is over too. */
export function createUses(): Uses {
  let count = 0
  let ends: (() => void)[] = []
  const look = () => {
    if (count > 0) return
    for (const end of ends.splice(0)) end()
  }
  return {
    async during(work) {
      count += 1
      try {
        return await work()
      } finally {
        count -= 1
        look()
      }
    },
    whenIdle(end) {
      ends = [...ends, end]
      look()
    },
  }
}
