// Draws only those rows of a long list that are in view.
import { useVirtualizer, type Virtualizer } from '@tanstack/react-virtual'
import { useEffect, type RefObject } from 'react'
import { useTextScale } from './use-text-scale.ts'

export type VirtualRows = Virtualizer<HTMLDivElement, Element>

export function useVirtualRows(options: {
  count: number
  scroller: RefObject<HTMLDivElement | null>
  /** Height of a row in pixels, at the usual text size. */
  heightOf: (index: number) => number
  overscan: number
}): VirtualRows {
  const scale = useTextScale()
  // No compiler is in use, and rows are memoised by hand.
  // oxlint-disable-next-line react/incompatible-library
  const rows = useVirtualizer({
    count: options.count,
    getScrollElement: () => options.scroller.current,
    estimateSize: (index) => Math.round(options.heightOf(index) * scale),
    overscan: options.overscan,
  })
  useEffect(() => rows.measure(), [rows, scale])
  return rows
}
