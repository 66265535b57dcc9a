// Draws only those rows of a long list that are in view.
import { useVirtualizer, type Virtualizer } from '@tanstack/react-virtual'
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
}): VirtualRows {
  // No compiler is in use, and rows are memoised by hand.
  // oxlint-disable-next-line react/incompatible-library
  return useVirtualizer<HTMLElement, Element>({
    count: options.count,
    getScrollElement: () => options.scroller.current,
    estimateSize: options.heightOf,
    overscan: options.overscan,
    scrollMargin: options.above ?? 0,
  })
}
