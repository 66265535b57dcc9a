// A segment's state as an icon and a word.
import {
  Circle,
  CircleAlert,
  CircleCheck,
  CircleDashed,
  CircleSlash,
  Clock,
  Flag,
  LoaderCircle,
} from 'lucide-react'
import type { SegmentStatus } from '../../../contract/index.ts'
import { isFlagged, isSpokenInstead } from '../state/segment-state.ts'
import { flagSentence, words } from '../words.ts'
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
export function SegmentState({ status, wordless }: { status: SegmentStatus; wordless?: boolean }) {
  const { state } = status
  const flagged = isFlagged(status)
  const marked = flagged || isSpokenInstead(status)
  const Icon = marked ? Flag : icons[state]
  const leftOut = status.state === 'skipped' && status.reason === 'left-out'
  const plain = leftOut ? words.chapters.leftOutByYou : words.segments.states[state]
  const usual = marked ? words.fallback.state : plain
  const word = flagged ? words.segments.flagged : usual
  return (
    <span
      className={styles['state']}
      data-state={state}
      data-flagged={marked || undefined}
      title={flagged ? status.flags.map(flagSentence).join(' ') : word}
    >
      <Icon aria-hidden />
      <span className={wordless === true ? styles['roomy'] : undefined}>{word}</span>
    </span>
  )
}
