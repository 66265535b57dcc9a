// Mirrors the book's rows by position, a page at a time; pages long unseen are let go.
import type { SegmentRow } from '../../../contract/index.ts'
import type { Connection } from '../client/connection.ts'

export const pageSize = 200
const keptPages = 40
const requestsAtOnce = 2

type Page = {
  rows: (SegmentRow | undefined)[]
  /** Turns true when rows must be fetched again; they are shown until the new ones are here. */
  old: boolean
}

export type SegmentPages = {
  subscribe(listener: () => void): () => void
  /** The row if it is here. The same object until it changes. */
  row(position: number): SegmentRow | undefined
  /** Fetches what is missing of a range; a later wish comes before an earlier one. */
  want(from: number, to: number): void
  /** The row, fetched if need be; null where there is none or the studio does not tell. */
  load(position: number): Promise<SegmentRow | null>
  /** All that is here must be fetched again; it is shown until the new rows are here. */
  refresh(): void
  /** Where a row is, among those that are here. */
  positionOf(segmentId: string): number | undefined
  dispose(): void
}

export function mirrorSegments(connection: Connection, projectId: string): SegmentPages {
  const pages = new Map<number, Page>()
  const positions = new Map<string, number>()
  const listeners = new Set<() => void>()
  const flying = new Map<number, Promise<void>>()
  /** Rows that events brought while their page was on its way: they are newer than the page. */
  const newer = new Map<number, SegmentRow>()
  /** Pages on their way that must be fetched once more. */
  const again = new Set<number>()
  /** Pages that could not be fetched: asked for when they are wanted again, and not in a ring. */
  const refused = new Set<number>()
  let wanted: number[] = []
  let revision = 0

  const tell = () => listeners.forEach((listener) => listener())
  const pageOf = (position: number): number => Math.floor(position / pageSize)
  const needed = (index: number): boolean => pages.get(index)?.old !== false

  const put = (page: Page, row: SegmentRow) => {
    const former = page.rows[row.position % pageSize]
    if (former && positions.get(former.id) === row.position) positions.delete(former.id)
    page.rows[row.position % pageSize] = row
    positions.set(row.id, row.position)
  }
  /** Drops a page; its rows that are known elsewhere by now stay known there. */
  const drop = (index: number) => {
    for (const row of pages.get(index)?.rows ?? [])
      if (row && pageOf(positions.get(row.id) ?? -1) === index) positions.delete(row.id)
    pages.delete(index)
  }
  const letGo = () => {
    for (const index of pages.keys()) {
      if (pages.size <= keptPages) return
      if (!wanted.includes(index)) drop(index)
    }
  }

  const fetchPage = (index: number): Promise<void> => {
    const known = flying.get(index)
    if (known !== undefined) return known
    const from = index * pageSize
    const flight = connection
      .call('segment.list', { projectId, from, count: pageSize })
      .then((reply) => {
        flying.delete(index)
        // A page that was asked for before the document changed may be of before the change.
        const isOld = again.delete(index)
        if (!reply.ok) {
          refused.add(index)
          return fly()
        }
        // Last in the map is most recently used.
        drop(index)
        const page: Page = { rows: [], old: isOld }
        pages.set(index, page)
        for (const row of reply.value.rows) put(page, row)
        for (const [position, row] of newer) {
          if (pageOf(position) !== index) continue
          put(page, row)
          newer.delete(position)
        }
        letGo()
        tell()
        fly()
      })
    flying.set(index, flight)
    return flight
  }
  const fly = () => {
    for (const index of wanted) {
      if (flying.size >= requestsAtOnce) return
      if (needed(index) && !refused.has(index)) void fetchPage(index)
    }
  }
  const makeOld = (which: readonly number[] | null) => {
    refused.clear()
    const indexes = which === null ? [...pages.keys(), ...flying.keys()] : which.map(pageOf)
    for (const index of indexes) {
      const page = pages.get(index)
      if (page !== undefined) page.old = true
      if (flying.has(index)) again.add(index)
    }
    fly()
  }

  const stops = [
    connection.on('segments.changed', (changed) => {
      if (changed.projectId !== projectId) return
      for (const row of changed.rows) {
        const index = pageOf(row.position)
        const page = pages.get(index)
        if (page !== undefined) put(page, row)
        if (flying.has(index)) newer.set(row.position, row)
      }
      tell()
    }),
    connection.on('project.changed', (changed) => {
      if (changed.project.id !== projectId) return
      // A gap in the revisions means that positions were missed.
      const gap = revision !== 0 && changed.project.revision > revision + 1
      revision = Math.max(revision, changed.project.revision)
      makeOld(gap ? null : changed.positions)
    }),
    connection.onOpen(() => makeOld(null)),
  ]

  return {
    subscribe(listener) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    row: (position) => pages.get(pageOf(position))?.rows[position % pageSize],
    want(from, to) {
      wanted = []
      refused.clear()
      for (let index = pageOf(from); index <= pageOf(to); index += 1) {
        wanted.push(index)
        const page = pages.get(index)
        if (page === undefined) continue
        pages.delete(index)
        pages.set(index, page)
      }
      fly()
    },
    async load(position) {
      const index = pageOf(position)
      if (needed(index)) await fetchPage(index)
      // It was on its way when the rows changed: it may be of before.
      if (needed(index) && !refused.has(index)) await fetchPage(index)
      return pages.get(index)?.rows[position % pageSize] ?? null
    },
    refresh: () => makeOld(null),
    positionOf: (segmentId) => positions.get(segmentId),
    dispose: () => stops.forEach((stop) => stop()),
  }
}
