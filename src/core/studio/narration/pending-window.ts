// Which segment comes next: near the play-head, then what is seen, then the rest; a page at a time in memory.

/** Positions in the book, `from` inclusive, `to` exclusive. */
export type Range = { from: number; to: number }

/** What a person waits for, in one book. */
export type Attention = {
  /** Position where they listen; null until the play-head was moved. */
  head: number | null
  /** How many segments from the play-head on go before what is seen. */
  near: number
  /** The rows that are seen; null where no page shows the book. */
  seen: Range | null
}

export type PendingWindow<T> = {
  /** Where reading goes on; null when a loaded item goes before it or nothing is left. */
  nextPage(attention: Attention, pageSize: number): Range | null
  /** Puts what was found on a page into the window; positions not among `items` are done with. */
  fill(items: readonly { position: number; item: T }[]): void
  /** Takes the item that goes first, round the end of the book; null when the window is empty. */
  take(attention: Attention): T | null
  /** What would be taken next, without taking it; no more than is loaded. */
  peek(attention: Attention, count: number): T[]
  /** Whether a position is still to come. */
  has(position: number): boolean
  readonly loaded: number
  /** Positions not read yet. */
  readonly unread: number
}

/** Pages that stay in memory, however far a person scrolls and jumps about. */
const pagesKept = 5

/** Memory does not grow with the book: what is far from all attention is given back, to be read again. */
export function createPendingWindow<T>(scope: readonly Range[]): PendingWindow<T> {
  const whole = joined(scope)
  let unread = whole
  const loaded = new Map<number, T>()

  const firstUnread = (within: Range): number | null => {
    for (const { from, to } of unread)
      if (to > within.from) return inside(Math.max(from, within.from), within)
    return null
  }
  const firstLoaded = (within: Range): number | null => {
    let first: number | null = null
    for (const position of loaded.keys())
      if (inside(position, within) !== null && (first === null || position < first))
        first = position
    return first
  }
  /** Positions in the order in which they would be taken. */
  const inOrder = (attention: Attention): number[] => {
    const order = orderOf(whole, attention)
    const rank = (position: number) => order.findIndex((range) => inside(position, range) !== null)
    return [...loaded.keys()]
      .map((position) => ({ position, rank: rank(position) }))
      .sort((a, b) => a.rank - b.rank || a.position - b.position)
      .map(({ position }) => position)
  }
  const makeRoom = (attention: Attention, pageSize: number) => {
    const kept = (pagesKept - 1) * pageSize
    if (loaded.size <= kept) return
    const far = inOrder(attention).slice(kept)
    for (const position of far) loaded.delete(position)
    unread = joined([...unread, ...far.map((position) => ({ from: position, to: position + 1 }))])
  }

  return {
    nextPage(attention, pageSize) {
      for (const within of orderOf(whole, attention)) {
        const start = firstUnread(within)
        const rival = firstLoaded(within)
        if (start === null && rival === null) continue
        if (start === null || (rival !== null && rival < start)) return null
        makeRoom(attention, pageSize)
        const end = unread.find(({ to }) => to > start)?.to ?? start
        const page = { from: start, to: Math.min(end, start + pageSize) }
        unread = unread.flatMap((range) => without(range, page))
        return page
      }
      return null
    },
    fill(items) {
      for (const { position, item } of items) loaded.set(position, item)
    },
    take(attention) {
      for (const within of orderOf(whole, attention)) {
        const position = firstLoaded(within)
        if (position === null) continue
        const item = loaded.get(position) as T
        loaded.delete(position)
        return item
      }
      return null
    },
    peek: (attention, count) =>
      inOrder(attention)
        .slice(0, count)
        .map((position) => loaded.get(position) as T),
    has: (position) =>
      loaded.has(position) || unread.some((range) => inside(position, range) !== null),
    get loaded() {
      return loaded.size
    },
    get unread() {
      return unread.reduce((sum, range) => sum + range.to - range.from, 0)
    },
  }
}

/**
 * Stretches of the book, the first to be taken first. What is near the play-head is counted in segments
 * that are to be spoken: at the end of a chapter it reaches into the next one of them, over those between.
 */
function orderOf(scope: readonly Range[], { head, near, seen }: Attention): Range[] {
  const start = head ?? 0
  const rest = [
    { from: start, to: Infinity },
    { from: 0, to: start },
  ]
  const ahead = head === null ? [] : [{ from: head, to: endOfNear(scope, head, near) }]
  return [...ahead, ...(seen ? [seen] : []), ...rest]
}

function endOfNear(scope: readonly Range[], head: number, near: number): number {
  let left = near
  for (const range of scope) {
    const from = Math.max(range.from, head)
    if (from >= range.to) continue
    if (from + left <= range.to) return from + left
    left -= range.to - from
  }
  return Infinity
}

const inside = (position: number, { from, to }: Range): number | null =>
  position >= from && position < to ? position : null

/** Ascending, and one where they touch. */
function joined(ranges: readonly Range[]): Range[] {
  const all: Range[] = []
  for (const range of ranges.filter(({ from, to }) => to > from).sort((a, b) => a.from - b.from)) {
    const last = all.at(-1)
    if (last && last.to >= range.from) last.to = Math.max(last.to, range.to)
    else all.push({ ...range })
  }
  return all
}

const without = (range: Range, hole: Range): Range[] =>
  [
    { from: range.from, to: Math.min(range.to, hole.from) },
    { from: Math.max(range.from, hole.to), to: range.to },
  ].filter(({ from, to }) => to > from)
