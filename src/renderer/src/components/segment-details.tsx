// What is known of the chosen segment.
import { Pencil, Play, RotateCw } from 'lucide-react'
import { useSyncExternalStore } from 'react'
import { Button } from '../elements/button.tsx'
import { useBook, useProject } from '../hooks/use-book.ts'
import { useSegmentDeeds } from '../hooks/use-segment-deeds.ts'
import { useSelected } from '../hooks/use-store.ts'
import { segmentCount } from '../state/project.ts'
import { failureSentence, words } from '../words.ts'
import styles from './segment-details.module.css'
import { SegmentFallback } from './segment-fallback.tsx'
import { SegmentFlags } from './segment-flags.tsx'
import { SegmentLeftOut } from './segment-left-out.tsx'
import { isFlagged, isSpokenInstead, SegmentState } from './segment-state.tsx'

export function SegmentDetails() {
  const { segments, selection } = useBook()
  const { project } = useProject()
  const deeds = useSegmentDeeds()
  const position = useSelected(selection, (now) => now.position)
  const row = useSyncExternalStore(segments.subscribe, () => segments.row(position))
  if (row === undefined) return <p className={styles['none']}>{words.details.none}</p>
  const { status } = row
  const seconds =
    status.state === 'ready' || status.state === 'stale' ? status.durationSeconds : null
  return (
    <div className={styles['details']}>
      <div className={styles['deeds']}>
        <Button size="small" icon={<Play aria-hidden />} onClick={() => deeds.togglePlay(position)}>
          {words.transport.play}
        </Button>
        {isFlagged(status) || isSpokenInstead(status) ? null : (
          <Button
            size="small"
            icon={<RotateCw aria-hidden />}
            onClick={() => void deeds.regenerate(position)}
          >
            {words.segments.regenerate}
          </Button>
        )}
        <Button size="small" icon={<Pencil aria-hidden />} onClick={deeds.edit}>
          {words.segments.edit}
        </Button>
      </div>
      {isSpokenInstead(status) ? (
        <SegmentFallback
          voice={status.fallback}
          own={project.voice}
          onAgain={() => void deeds.regenerate(position)}
        />
      ) : null}
      {isFlagged(status) ? (
        <SegmentFlags
          flags={status.flags}
          onKeep={() => void deeds.keepFlagged(position)}
          onRegenerate={() => void deeds.regenerate(position)}
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
      <section>
        <h3 className={styles['head']}>{words.details.text}</h3>
        <p className={styles['text']}>{row.text}</p>
      </section>
      {row.spokenText === undefined ? null : (
        <section>
          <h3 className={styles['head']}>{words.details.spoken}</h3>
          <p className={styles['text']}>{row.spokenText}</p>
        </section>
      )}
      <dl className={styles['facts']}>
        <dt>{words.details.state}</dt>
        <dd>
          <SegmentState status={status} />
        </dd>
        <dt>{words.details.length}</dt>
        <dd>{seconds === null ? words.none : words.seconds(seconds)}</dd>
        <dt>{words.details.characters}</dt>
        <dd>{words.count(row.text.length)}</dd>
        <dt>{words.details.position}</dt>
        <dd>{words.details.positionOf(position + 1, segmentCount(project.chapters))}</dd>
      </dl>
    </div>
  )
}
