// One take of a segment: who speaks, how long, what may be wrong with it, and what can be done with it.
import { Check, Columns2, NotebookPen, Square, Volume2 } from 'lucide-react'
import { useState } from 'react'
import type { SegmentRow, TakeView } from '../../../contract/index.ts'
import { IconButton } from '../elements/button.tsx'
import { SmallWave } from '../elements/small-wave.tsx'
import { useBook } from '../hooks/use-book.ts'
import { useSelected } from '../hooks/use-store.ts'
import { useTakeDeeds } from '../hooks/use-take-deeds.ts'
import { flagSentence, words } from '../words.ts'
import styles from './take-list.module.css'
import { TakeNote } from './take-note.tsx'

export function TakeItem(props: {
  row: SegmentRow
  take: TakeView
  name: string
  /** The same, where there is little room. */
  short: string
  isHeard: boolean
  /** Null where there is nothing to put it beside. */
  onCompare: (() => void) | null
}) {
  const { row, take, name, isHeard } = props
  const { takeSound } = useBook()
  const deeds = useTakeDeeds()
  const [noting, setNoting] = useState(false)
  const playing = useSelected(
    takeSound,
    ({ mode, takeIds }) => mode !== 'idle' && takeIds.length === 1 && takeIds[0] === take.id,
  )
  return (
    <li
      className={styles['take']}
      aria-label={name}
      aria-current={isHeard || undefined}
      data-heard={isHeard || undefined}
    >
      <IconButton
        plain
        size="small"
        look="outline"
        label={playing ? words.takes.stop(name) : words.takes.hear(name)}
        icon={playing ? <Square /> : <Volume2 />}
        onClick={() => takeSound.toggle(row.id, take.id)}
      />
      <div>
        <p className={styles['name']} title={name}>
          {props.short}
        </p>
        <TakeAbout take={take} isHeard={isHeard} />
      </div>
      <div className={styles['deeds']}>
        {isHeard ? null : (
          <IconButton
            size="small"
            label={words.takes.choose(name)}
            icon={<Check />}
            onClick={() => void deeds.choose(row, take, name)}
          />
        )}
        {props.onCompare === null ? null : (
          <IconButton
            size="small"
            label={words.takes.compare.start(name)}
            icon={<Columns2 />}
            onClick={props.onCompare}
          />
        )}
        <IconButton
          size="small"
          label={words.takes.note(name)}
          aria-expanded={noting}
          icon={<NotebookPen />}
          onClick={() => setNoting((now) => !now)}
        />
      </div>
      <div className={styles['wave']}>
        <SmallWave peaks={take.peaks} />
      </div>
      {noting ? (
        <TakeNote row={row} take={take} name={name} onClose={() => setNoting(false)} />
      ) : take.note === '' ? null : (
        <p className={styles['noted']}>{take.note}</p>
      )}
    </li>
  )
}

function TakeAbout({ take, isHeard }: { take: TakeView; isHeard: boolean }) {
  const { flags } = take
  return (
    <p className={styles['about']}>
      {isHeard ? <span data-tone="good">{words.takes.chosen}</span> : null}
      <span>{words.seconds(take.durationSeconds)}</span>
      {take.isCurrent ? null : <span>{words.takes.outOfDate}</span>}
      {flags.length === 0 ? null : (
        <span data-tone="warn" title={flags.map(flagSentence).join(' ')}>
          {words.takes.flagged(flags.length)}
        </span>
      )}
    </p>
  )
}
