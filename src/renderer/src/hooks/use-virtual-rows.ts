// Draws only those rows of a long list that are in view.
import {
  defaultRangeExtractor,
  type Range,
  useVirtualizer,
  type Virtualizer,
} from '@tanstack/react-virtual'
import { useEffect, useRef, type RefObject } from 'react'
import { useTextScale } from './use-text-scale.ts'

export type VirtualRows = Virtualizer<HTMLElement, Element>

/** The rows in view, and the one that is kept drawn while the list has it: rows may have become fewer. */
export function drawnRows(range: Range, kept: number | null): number[] {
  const drawn = defaultRangeExtractor(range)
  if (kept === null || kept < 0 || kept >= range.count || drawn.includes(kept)) return drawn
  return [...drawn, kept].toSorted((a, b) => a - b)
}

export function useVirtualRows(options: {
  count: number
  scroller: RefObject<HTMLElement | null>
  /** Height of a row in pixels, at the usual text size. */
  heightOf: (index: number) => number
  overscan: number
  /** What stands above the first row in the scroller, in pixels. */
  above?: number
  /** A row that is drawn wherever it is, such as one that is written in; null: there is none. */
  kept?: number | null
}): VirtualRows {
  const scale = useTextScale()
  // No compiler is in use, and rows are memoised by hand.
  // oxlint-disable-next-line react/incompatible-library
  const rows = useVirtualizer<HTMLElement, Element>({
    count: options.count,
    getScrollElement: () => options.scroller.current,
    estimateSize: (index) => Math.round(options.heightOf(index) * scale),
    overscan: options.overscan,
    rangeExtractor: (range) => drawnRows(range, options.kept ?? null),
    scrollMargin: options.above ?? 0,
  })
  const measuredAt = useRef(scale)
  useEffect(() => {
    if (measuredAt.current !== scale) rows.measure()
    measuredAt.current = scale
  }, [rows, scale])
  return rows
}
