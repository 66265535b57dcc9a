// The first things to do with a segment: hear it, speak it again, change its text.
import { Pencil, Play, RotateCw } from 'lucide-react'
import type { SegmentRow } from '../../../contract/index.ts'
import { Button } from '../elements/button.tsx'
import { useSegmentDeeds } from '../hooks/use-segment-deeds.ts'
import { words } from '../words.ts'
import styles from './segment-details.module.css'
import { isFlagged, isSpokenInstead } from '../state/segment-state.ts'
import { SpeakWith } from './speak-with.tsx'

export function SegmentDeedButtons({ row }: { row: SegmentRow }) {
  const deeds = useSegmentDeeds()
  const { position, status } = row
  return (
    <div className={styles['deeds']}>
      <Button size="small" icon={<Play aria-hidden />} onClick={() => deeds.togglePlay(position)}>
        {words.transport.play}
      </Button>
      {isFlagged(status) || isSpokenInstead(status) ? null : (
        <Button
          size="small"
          icon={<RotateCw aria-hidden />}
          onClick={() => void deeds.speakAgain(row.id)}
        >
          {words.segments.regenerate}
        </Button>
      )}
      {row.leftOut === undefined ? <SpeakWith row={row} /> : null}
      <Button size="small" icon={<Pencil aria-hidden />} onClick={deeds.edit}>
        {words.segments.edit}
      </Button>
    </div>
  )
}
