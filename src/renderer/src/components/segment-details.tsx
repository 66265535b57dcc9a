// What is known of the chosen segment, and what can be done with its words, its takes and their sound.
import { useSyncExternalStore } from 'react'
import type { SegmentRow } from '../../../contract/index.ts'
import { useBook } from '../hooks/use-book.ts'
import { type Recording, useRecording } from '../hooks/use-recording.ts'
import { useSelected } from '../hooks/use-store.ts'
import { useTakes } from '../hooks/use-takes.ts'
import { heardTake } from '../state/take-names.ts'
import { words } from '../words.ts'
import { SegmentDeedButtons } from './segment-deed-buttons.tsx'
import styles from './segment-details.module.css'
import { SegmentFacts } from './segment-facts.tsx'
import { SegmentHeard } from './segment-heard.tsx'
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
  return <Details row={row} />
}

function Details({ row }: { row: SegmentRow }) {
  const recording = useRecording(row)
  return (
    <div
      className={styles['details']}
      data-over={recording.isOver || undefined}
      {...recording.place}
    >
      <SegmentDeedButtons row={row} />
      <SegmentNotices row={row} />
      <SegmentWords key={row.id} row={row} />
      <SegmentHeard row={row} />
      {row.status.state === 'skipped' ? null : <SegmentSound row={row} recording={recording} />}
      <SegmentFacts row={row} />
    </div>
  )
}

function SegmentSound({ row, recording }: { row: SegmentRow; recording: Recording }) {
  const listed = useTakes(row)
  const takes = listed?.takes ?? []
  const heard = heardTake(takes, row.status)
  return (
    <>
      <TakeList {...{ row, heard, recording }} takes={listed && takes} />
      {heard === null ? null : <TakeTrim key={heard.id} row={row} take={heard} />}
      <SegmentMannerFields row={row} bookPauseMs={listed?.bookPauseMs ?? null} />
    </>
  )
}
