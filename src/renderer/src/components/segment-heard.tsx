// What a listener has heard in the take of a segment, where one has listened.
import type { SegmentRow } from '../../../contract/index.ts'
import { useAnswer } from '../hooks/use-answer.ts'
import { useProject } from '../hooks/use-book.ts'
import { useFace } from '../hooks/use-face.ts'
import { useStore } from '../hooks/use-store.ts'
import { activeJob } from '../state/jobs.ts'
import { words } from '../words.ts'
import styles from './segment-details.module.css'

/** Rows that are passed by on the way to another are not asked about. */
const restMs = 200

export function SegmentHeard({ row }: { row: SegmentRow }) {
  const { jobs } = useFace()
  const { project } = useProject()
  const job = activeJob(useStore(jobs), 'listening', project.id)
  const { status } = row
  const isReady = status.state === 'ready'
  const { value } = useAnswer(
    'listen.heard',
    isReady ? { projectId: project.id, segmentId: row.id } : null,
    // Another take, and the beginning and the end of a listening.
    { again: isReady ? `${status.takeId} ${status.flags.length} ${job?.id ?? ''}` : '', restMs },
  )
  if (!value?.heard) return null
  return (
    <section aria-label={words.listener.heard}>
      <h3 className={styles['head']}>{words.listener.heard}</h3>
      <p className={styles['note']} dir="auto">
        {value.heard}
      </p>
    </section>
  )
}
