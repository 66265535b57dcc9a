// Lays a long list out in rows of as many columns as there is room for, and tells which rows are in view.
import { type RefObject, useLayoutEffect, useState } from 'react'
import { useVirtualRows, type VirtualRows } from './use-virtual-rows.ts'

export type GridRows = { columns: number; rows: VirtualRows }

/** What a rem is in pixels at the usual text size, which rows are measured at. */
const usualRem = 16

type Room = { columns: number; rowPixels: number; top: number }

/** Sizes in rem, as the grid's own styles have them: they follow the size of the page's text. */
export function useGridRows(options: {
  count: number
  grid: RefObject<HTMLElement | null>
  scroller: RefObject<HTMLElement | null>
  leastWidth: number
  height: number
  gap: number
}): GridRows {
  const { count, grid, scroller, leastWidth, height, gap } = options
  const [room, setRoom] = useState<Room>({ columns: 1, rowPixels: 400, top: 0 })
  useLayoutEffect(() => {
    const element = grid.current
    if (element === null) return
    const measure = () => {
      const rem = Number.parseFloat(getComputedStyle(document.documentElement).fontSize)
      const columns = Math.floor((element.clientWidth / rem + gap) / (leastWidth + gap))
      setRoom((before) => {
        const now = {
          columns: Math.max(1, columns),
          rowPixels: (height + gap) * usualRem,
          top: element.offsetTop,
        }
        const isSame = JSON.stringify(now) === JSON.stringify(before)
        return isSame ? before : now
      })
    }
    measure()
    const watch = new ResizeObserver(measure)
    watch.observe(element)
    // What grows above it moves it down.
    if (element.previousElementSibling) watch.observe(element.previousElementSibling)
    return () => watch.disconnect()
  }, [grid, leastWidth, height, gap])
  const rows = useVirtualRows({
    count: Math.ceil(count / room.columns),
    scroller,
    heightOf: () => room.rowPixels,
    overscan: 2,
    above: room.top,
  })
  useLayoutEffect(() => rows.measure(), [rows, room.rowPixels])
  return { columns: room.columns, rows }
}
