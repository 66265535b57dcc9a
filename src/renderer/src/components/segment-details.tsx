// What is known of the chosen segment, and what can be done with its words, its takes and their sound.
import { useSyncExternalStore } from 'react'
import type { SegmentRow } from '../../../contract/index.ts'
import { useBook } from '../hooks/use-book.ts'
import { useSelected } from '../hooks/use-store.ts'
import { useTakes } from '../hooks/use-takes.ts'
import { heardTake } from '../state/take-names.ts'
import { words } from '../words.ts'
import { SegmentDeedButtons } from './segment-deed-buttons.tsx'
import styles from './segment-details.module.css'
import { SegmentFacts } from './segment-facts.tsx'
import { SegmentMannerFields } from './segment-manner-fields.tsx'
import { SegmentNotices } from './segment-notices.tsx'
import { SegmentWords } from './segment-words.tsx'
import { TakeList } from './take-list.tsx'
import { TakeTrim } from './take-trim.tsx'

export function SegmentDetails() {
  const { segments, selection } = useBook()
  const position = useSelected(selection, (now) => now.position)
  const row = useSyncExternalStore(segments.subscribe, () => segments.row(position))
  if (row === undefined) return <p className={styles['none']}>{words.details.none}</p>
  return (
    <div className={styles['details']}>
      <SegmentDeedButtons row={row} />
      <SegmentNotices row={row} />
      <SegmentWords key={row.id} row={row} />
      {row.status.state === 'skipped' ? null : <SegmentSound row={row} />}
      <SegmentFacts row={row} />
    </div>
  )
}

function SegmentSound({ row }: { row: SegmentRow }) {
  const listed = useTakes(row)
  const takes = listed?.takes ?? []
  const heard = heardTake(takes, row.status)
  return (
    <>
      <TakeList row={row} takes={listed && takes} heard={heard} />
      {heard === null ? null : <TakeTrim key={heard.id} row={row} take={heard} />}
      <SegmentMannerFields row={row} bookPauseMs={listed?.bookPauseMs ?? null} />
    </>
  )
}
