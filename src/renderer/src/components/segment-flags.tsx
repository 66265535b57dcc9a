// What seems to be wrong with a take, and the two things to do about it.
import { Check, Flag, RotateCw } from 'lucide-react'
import type { TakeFlag } from '../../../contract/index.ts'
import { Button } from '../elements/button.tsx'
import { flagSentence, words } from '../words.ts'
import styles from './segment-flags.module.css'

export const SegmentFlags = (props: {
  flags: readonly TakeFlag[]
  onKeep: () => void
  onRegenerate: () => void
}) => (
  <section className={styles['flags']} aria-labelledby="segment-flags">
    <h3 className={styles['head']} id="segment-flags">
      <Flag aria-hidden />
      {words.details.flags(props.flags.length)}
    </h3>
    <ul className={styles['list']}>
      {/* Two of one code may say the same: a word was left out twice. */}
      {props.flags.map((flag, index) => (
        <li key={`${index} ${flag.code}`}>{flagSentence(flag)}</li>
      ))}
    </ul>
    <div className={styles['deeds']}>
      <Button size="small" icon={<RotateCw aria-hidden />} onClick={props.onRegenerate}>
        {words.segments.regenerate}
      </Button>
      <Button size="small" icon={<Check aria-hidden />} onClick={props.onKeep}>
        {words.segments.keep}
      </Button>
    </div>
  </section>
)
