// A segment's state as an icon and a word.
import {
  Circle,
  CircleAlert,
  CircleCheck,
  CircleDashed,
  CircleSlash,
  Clock,
  LoaderCircle,
} from 'lucide-react'
import type { SegmentStatus } from '../../../contract/index.ts'
import { words } from '../words.ts'
import styles from './segment-state.module.css'

const icons: Record<SegmentStatus['state'], typeof Circle> = {
  waiting: Circle,
  queued: Clock,
  speaking: LoaderCircle,
  ready: CircleCheck,
  stale: CircleDashed,
  failed: CircleAlert,
  skipped: CircleSlash,
}

/** `wordless`: the word is there to be heard only, where there is no room. */
export function SegmentState({
  state,
  wordless,
}: {
  state: SegmentStatus['state']
  wordless?: boolean
}) {
  const Icon = icons[state]
  const word = words.segments.states[state]
  return (
    <span className={styles['state']} data-state={state} title={word}>
      <Icon aria-hidden />
      <span className={wordless === true ? styles['roomy'] : undefined}>{word}</span>
    </span>
  )
}
