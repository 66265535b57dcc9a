// What a person has set for a row, as small signs that say what they are.
import { Bookmark, Gauge, Lock, PenLine, Timer, Volume2 } from 'lucide-react'
import type { SomeManner } from '../../../contract/index.ts'
import { Hidden } from '../elements/hidden.tsx'
import { words } from '../words.ts'
import styles from './row-manner.module.css'

export function RowManner({ manner }: { manner: SomeManner }) {
  const signs = [
    typeof manner.mark === 'string' && {
      Icon: Bookmark,
      text: manner.mark === '' ? words.desk.marked : words.desk.markedFor(manner.mark),
    },
    manner.isLocked && { Icon: Lock, text: words.desk.locked },
    manner.isSaidByHand && { Icon: PenLine, text: words.desk.byHand },
    manner.gainDb && {
      Icon: Volume2,
      text: words.desk.louder(words.chapters.gain(manner.gainDb)),
    },
    typeof manner.pauseMs === 'number' && {
      Icon: Timer,
      text: words.desk.ownPause(words.seconds(manner.pauseMs / 1000)),
    },
    manner.rate !== undefined &&
      manner.rate !== 1 && { Icon: Gauge, text: words.desk.ownPace(words.times(manner.rate)) },
  ]
  const shown = signs.filter((sign) => typeof sign === 'object')
  if (shown.length === 0) return null
  return (
    <span className={styles['signs']}>
      {shown.map(({ Icon, text }) => (
        <span key={text} className={styles['sign']} title={text}>
          <Icon aria-hidden />
          <Hidden>{text}</Hidden>
        </span>
      ))}
    </span>
  )
}
