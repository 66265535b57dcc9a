// Which segment comes next: from the play-head on, then round again, a page at a time in memory.

/** Positions in the book, `from` inclusive, `to` exclusive. */
export type Range = { from: number; to: number }

export type PendingWindow<T> = {
  /** Where reading goes on; null when a loaded item is nearer or nothing is left. */
  nextPage(head: number, pageSize: number): Range | null
  /** Puts what was found on a page into the window; positions not among `items` are done with. */
  fill(items: readonly { position: number; item: T }[]): void
  /** Takes the item nearest after `head`, wrapping round; null when the window is empty. */
  take(head: number): T | null
  /** What would be taken next, without taking it; no more than is loaded. */
  peek(head: number, count: number): T[]
  /** Whether a position is still to come. */
  has(position: number): boolean
  readonly loaded: number
  /** Positions not read yet. */
  readonly unread: number
}

/** Holds at most what was filled in and not taken: memory does not grow with the book. */
export function createPendingWindow<T>(scope: readonly Range[]): PendingWindow<T> {
  let unread = scope.filter((range) => range.to > range.from).sort((a, b) => a.from - b.from)
  const loaded = new Map<number, T>()

  const nearestLoaded = (head: number): number | null => {
    let after: number | null = null
    let first: number | null = null
    for (const position of loaded.keys()) {
      if (position >= head && (after === null || position < after)) after = position
      if (first === null || position < first) first = position
    }
    return after ?? first
  }
  const nearestUnread = (head: number): number | null => {
    for (const range of unread) if (range.to > head) return Math.max(range.from, head)
    return unread[0]?.from ?? null
  }
  const distance = (position: number, head: number) =>
    position >= head ? position - head : position - head + Number.MAX_SAFE_INTEGER / 2

  return {
    nextPage(head, pageSize) {
      const start = nearestUnread(head)
      if (start === null) return null
      const rival = nearestLoaded(head)
      if (rival !== null && distance(rival, head) < distance(start, head)) return null
      const range = unread.find((candidate) => start >= candidate.from && start < candidate.to)
      if (!range) return null
      const page = { from: start, to: Math.min(range.to, start + pageSize) }
      unread = unread.flatMap((candidate) =>
        candidate === range
          ? [
              { from: range.from, to: page.from },
              { from: page.to, to: range.to },
            ].filter((part) => part.to > part.from)
          : [candidate],
      )
      return page
    },
    fill(items) {
      for (const { position, item } of items) loaded.set(position, item)
    },
    take(head) {
      const position = nearestLoaded(head)
      if (position === null) return null
      const item = loaded.get(position) as T
      loaded.delete(position)
      return item
    },
    peek(head, count) {
      const positions = [...loaded.keys()].sort((a, b) => distance(a, head) - distance(b, head))
      return positions.slice(0, count).map((position) => loaded.get(position) as T)
    },
    has: (position) =>
      loaded.has(position) || unread.some(({ from, to }) => position >= from && position < to),
    get loaded() {
      return loaded.size
    },
    get unread() {
      return unread.reduce((sum, range) => sum + range.to - range.from, 0)
    },
  }
}
