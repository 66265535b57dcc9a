// A row that takes itself from the mirror, so that a change draws one row alone.
import { memo, useState, useSyncExternalStore } from 'react'
import { useBook } from '../hooks/use-book.ts'
import { SegmentRow, type SegmentRowProps } from './segment-row.tsx'

type LiveRowProps = Omit<SegmentRowProps, 'row' | 'isBare'> & {
  /** Whether the list is on its way: what comes into view then shows its words and no more. */
  isPassing: boolean
}

export const LiveRow = memo(function LiveRow({ isPassing, ...props }: LiveRowProps) {
  const { segments } = useBook()
  const row = useSyncExternalStore(segments.subscribe, () => segments.row(props.position))
  // What was shown whole stays whole.
  const [isWhole, setWhole] = useState(!isPassing)
  if (!isPassing && !isWhole) setWhole(true)
  return <SegmentRow {...props} row={row} isBare={!isWhole} />
})
