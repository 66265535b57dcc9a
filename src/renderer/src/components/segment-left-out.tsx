// A line that the reader left out: why, and the ways to have it spoken after all.
import type { LeftOutReason } from '../../../contract/index.ts'
import { Button } from '../elements/button.tsx'
import { useReviewDeeds } from '../hooks/use-review.ts'
import { leftOutWords, words } from '../words.ts'
import styles from './segment-details.module.css'

export function SegmentLeftOut(props: { segmentId: string; reason: LeftOutReason }) {
  const deeds = useReviewDeeds()
  return (
    <section>
      <p className={styles['note']}>{words.review.leftOut(leftOutWords[props.reason])}</p>
      <div className={styles['deeds']}>
        <Button size="small" onClick={() => deeds.putBack(props.segmentId, false)}>
          {words.review.putBack}
        </Button>
        <Button size="small" onClick={() => deeds.putBack(props.segmentId, true)}>
          {words.review.putBackAlike}
        </Button>
      </div>
    </section>
  )
}
