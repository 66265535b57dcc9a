// What can be done just now: each part of the page offers its deeds for as long as it is shown.
import type { DeedId } from './deed-table.ts'

export type Deed = {
  run(): void
  /** Absent: always. A deed that cannot be done is not in the palette, and its key does nothing. */
  can?(): boolean
}

/** A function alone can always be done. */
export type OfferedDeeds = Partial<Record<DeedId, Deed | (() => void)>>

export type Deeds = {
  /** `read` is asked at each use, so it may answer otherwise every time. Returns the end of the offer. */
  offer(read: () => OfferedDeeds): () => void
  /** The deed as offered last; null when nobody offers it or it cannot be done now. */
  find(id: DeedId): (() => void) | null
  /** An offer may say something else now. */
  changed(): void
  /** Hears of that, and of offers that come and go. */
  subscribe(listener: () => void): () => void
}

export function createDeeds(): Deeds {
  const offers: (() => OfferedDeeds)[] = []
  const listeners = new Set<() => void>()
  const changed = () => listeners.forEach((listener) => listener())
  return {
    offer(read) {
      offers.push(read)
      changed()
      return () => {
        const at = offers.indexOf(read)
        if (at >= 0) offers.splice(at, 1)
        changed()
      }
    },
    find(id) {
      const offered = offers.findLast((read) => read()[id] !== undefined)?.()[id]
      if (offered === undefined) return null
      if (typeof offered === 'function') return offered
      return offered.can?.() === false ? null : () => offered.run()
    },
    changed,
    subscribe(listener) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
  }
}
