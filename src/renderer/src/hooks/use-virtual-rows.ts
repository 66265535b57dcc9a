// Draws only those rows of a long list that are in view.
import { defaultRangeExtractor, useVirtualizer, type Virtualizer } from '@tanstack/react-virtual'
import type { RefObject } from 'react'

export type VirtualRows = Virtualizer<HTMLElement, Element>

export function useVirtualRows(options: {
  count: number
  scroller: RefObject<HTMLElement | null>
  /** Height of a row in pixels. */
  heightOf: (index: number) => number
  overscan: number
  /** What stands above the first row in the scroller, in pixels. */
  above?: number
  /** A row that is drawn wherever it is, such as one that is written in; null: there is none. */
  kept?: number | null
}): VirtualRows {
  // No compiler is in use, and rows are memoised by hand.
  // oxlint-disable-next-line react/incompatible-library
  return useVirtualizer<HTMLElement, Element>({
    count: options.count,
    getScrollElement: () => options.scroller.current,
    estimateSize: options.heightOf,
    overscan: options.overscan,
    rangeExtractor(range) {
      const { kept = null } = options
      const drawn = defaultRangeExtractor(range)
      if (kept === null || kept < 0 || drawn.includes(kept)) return drawn
      return [...drawn, kept].toSorted((a, b) => a - b)
    },
    scrollMargin: options.above ?? 0,
  })
}
