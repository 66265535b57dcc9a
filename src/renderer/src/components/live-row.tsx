// A row that takes itself from the mirror, so that a change draws one row alone.
import { memo, useSyncExternalStore } from 'react'
import { useBook } from '../hooks/use-book.ts'
import { SegmentRow, type SegmentRowProps } from './segment-row.tsx'

export const LiveRow = memo(function LiveRow(props: Omit<SegmentRowProps, 'row'>) {
  const { segments } = useBook()
  const row = useSyncExternalStore(segments.subscribe, () => segments.row(props.position))
  return <SegmentRow {...props} row={row} />
})
