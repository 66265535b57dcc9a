// What is looked for in the open book: words, a state, a speaker; where it is, and how often.
import type { RowFilter, RowState, RowTarget, TextQuery } from '../../../contract/index.ts'
import { after } from '../client/after.ts'
import type { Connection } from '../client/connection.ts'
import { createStore, type Readable } from '../client/store.ts'

/** What a person has set. */
export type Search = {
  /** Whether the bar is shown. */
  isOpen: boolean
  /** Counts wishes to write in it. */
  asked: number
  words: string
  isCaseSensitive: boolean
  isWholeWord: boolean
  state: RowState | null
  /** Null: the narrator; undefined: whoever. */
  speaker: string | null | undefined
  /** Whether the list shows what was found and nothing else. */
  isAlone: boolean
}

export type Found = {
  /** Positions in the book, ascending; null where nothing is looked for. */
  positions: readonly number[] | null
  matches: number
}

export type Finder = {
  search: Readable<Search>
  found: Readable<Found>
  set(change: Partial<Search>): void
  /** Rows have moved: ends when it is known which ones the list shows, where it shows what was found alone. */
  refresh(): Promise<void>
  /** Shows the bar, to be written in. */
  open(): void
  /** Closes the bar: nothing is looked for any more. */
  close(): void
  /** The words being looked for; null where there are none. */
  query(): TextQuery | null
  /** The rows found, as a deed is told of them. */
  target(): RowTarget
  /** The nearest found position behind (or before) one, round the end of the book. */
  beside(position: number, direction: 1 | -1): number | null
  dispose(): void
}

/** While a person types or a book is narrated, it is looked for no oftener than this. */
const calmMs = 200

const nothing: Search = {
  isOpen: false,
  asked: 0,
  words: '',
  isCaseSensitive: false,
  isWholeWord: false,
  state: null,
  speaker: undefined,
  isAlone: false,
}

export function createFinder(connection: Connection, projectId: string): Finder {
  const search = createStore<Search>(nothing)
  const found = createStore<Found>({ positions: null, matches: 0 })
  /** Counts what a person has set: an answer to what was meant before it is none. */
  let meant = 0
  let asked = 0
  let answered = 0
  let planned: (() => void) | null = null

  const query = (): TextQuery | null => {
    const { words, isCaseSensitive, isWholeWord } = search.get()
    return words.trim() === '' ? null : { words, isCaseSensitive, isWholeWord }
  }
  const filter = (): RowFilter => {
    const { state, speaker } = search.get()
    const words = query()
    return {
      ...(words && { query: words }),
      ...(state && { state }),
      ...(speaker !== undefined && { speaker }),
    }
  }
  const isLooking = () => search.get().isOpen && Object.keys(filter()).length > 0
  const look = async () => {
    const mine = meant
    const number = (asked += 1)
    if (!isLooking()) return found.set({ positions: null, matches: 0 })
    const reply = await connection.call('segment.find', { projectId, filter: filter() })
    // While rows change faster than they are found, every answer is newer than the one that is shown.
    if (mine !== meant || number < answered || !reply.ok) return
    answered = number
    found.set(reply.value)
  }
  const stopWaiting = () => {
    planned?.()
    planned = null
  }
  /** Does not wait for rows to rest: while a book is narrated they never do. */
  const soon = () => {
    planned ??= after(calmMs, () => {
      planned = null
      void look()
    })
  }
  const stops = [
    connection.on('project.changed', ({ project }) => {
      if (project.id === projectId && isLooking()) soon()
    }),
    connection.on('segments.changed', (changed) => {
      if (changed.projectId === projectId && isLooking() && search.get().state !== null) soon()
    }),
    connection.onOpen(() => {
      if (isLooking()) soon()
    }),
  ]

  return {
    search,
    found,
    query,
    set(change) {
      search.update((now) => ({ ...now, ...change }))
      meant += 1
      stopWaiting()
      if (isLooking()) soon()
      else void look()
    },
    async refresh() {
      if (shownAlone(search.get(), found.get()) !== null) await look()
    },
    open: () => search.update((now) => ({ ...now, isOpen: true, asked: now.asked + 1 })),
    close() {
      stopWaiting()
      search.set(nothing)
      meant += 1
      void look()
    },
    target: () => ({ kind: 'found', filter: filter() }),
    beside(position, direction) {
      const positions = found.get().positions ?? []
      return direction === 1
        ? (positions.find((one) => one > position) ?? positions[0] ?? null)
        : (positions.findLast((one) => one < position) ?? positions.at(-1) ?? null)
    },
    dispose() {
      meant += 1
      stopWaiting()
      stops.forEach((stop) => stop())
    },
  }
}

/** The rows that a list shows instead of all; null: all of them. */
export const shownAlone = (search: Search, { positions }: Found): readonly number[] | null =>
  search.isAlone || search.state !== null || search.speaker !== undefined ? positions : null
