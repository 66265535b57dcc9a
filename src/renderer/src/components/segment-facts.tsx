// The figures of a segment.
import type { SegmentRow } from '../../../contract/index.ts'
import { useProject } from '../hooks/use-book.ts'
import { segmentCount } from '../client/chapter-at.ts'
import { words } from '../words.ts'
import styles from './segment-details.module.css'
import { SegmentState } from './segment-state.tsx'

export function SegmentFacts({ row: { position, status, text } }: { row: SegmentRow }) {
  const { project } = useProject()
  const seconds = 'durationSeconds' in status ? status.durationSeconds : null
  return (
    <dl className={styles['facts']}>
      <dt>{words.details.state}</dt>
      <dd>
        <SegmentState status={status} />
      </dd>
      <dt>{words.details.length}</dt>
      <dd>{seconds === null ? words.none : words.seconds(seconds)}</dd>
      <dt>{words.details.characters}</dt>
      <dd>{words.count(text.length)}</dd>
      <dt>{words.details.position}</dt>
      <dd>{words.details.positionOf(position + 1, segmentCount(project.chapters))}</dd>
    </dl>
  )
}
