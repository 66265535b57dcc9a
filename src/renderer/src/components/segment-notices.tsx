// What a person should know of a segment before all else: that it failed, is flagged, out of date or left out.
import type { SegmentRow } from '../../../contract/index.ts'
import { useProject } from '../hooks/use-book.ts'
import { useSegmentDeeds } from '../hooks/use-segment-deeds.ts'
import { failureSentence, words } from '../words.ts'
import styles from './segment-details.module.css'
import { SegmentFallback } from './segment-fallback.tsx'
import { SegmentFlags } from './segment-flags.tsx'
import { SegmentLeftOut } from './segment-left-out.tsx'
import { isFlagged, isSpokenInstead } from '../state/segment-state.ts'

export function SegmentNotices({ row }: { row: SegmentRow }) {
  const { project } = useProject()
  const deeds = useSegmentDeeds()
  const { status } = row
  return (
    <>
      {isSpokenInstead(status) ? (
        <SegmentFallback
          voice={status.fallback}
          own={project.voice}
          onAgain={() => void deeds.speakAgain(row.id)}
        />
      ) : null}
      {isFlagged(status) ? (
        <SegmentFlags
          flags={status.flags}
          onKeep={() => void deeds.keepFlagged(row.id)}
          onRegenerate={() => void deeds.speakAgain(row.id)}
        />
      ) : null}
      {status.state === 'failed' ? (
        <div className={styles['failure']}>
          <strong>{words.details.failure}</strong>
          <p>{failureSentence(status.failure)}</p>
        </div>
      ) : null}
      {status.state === 'stale' ? (
        <p className={styles['stale']}>{words.details.staleText}</p>
      ) : null}
      {status.state === 'skipped' ? (
        row.leftOut === undefined ? (
          <p className={styles['note']}>{words.details.skippedText}</p>
        ) : (
          <SegmentLeftOut segmentId={row.id} reason={row.leftOut} />
        )
      ) : null}
    </>
  )
}
