// Every rendition of a segment: heard, put beside one another, chosen, locked, noted; and one's own recordings.
import type { SegmentRow, TakeView } from '../../../contract/index.ts'
import { Toggle } from '../elements/toggle.tsx'
import { useBook } from '../hooks/use-book.ts'
import { useFace } from '../hooks/use-face.ts'
import { useStore } from '../hooks/use-store.ts'
import type { Recording } from '../hooks/use-recording.ts'
import { useTakeDeeds } from '../hooks/use-take-deeds.ts'
import { takeName } from '../state/take-names.ts'
import { words } from '../words.ts'
import details from './segment-details.module.css'
import { TakeComparison } from './take-comparison.tsx'
import { TakeItem } from './take-item.tsx'
import styles from './take-list.module.css'
import { TakeRecording } from './take-recording.tsx'

export function TakeList(props: {
  row: SegmentRow
  /** Null until they are here. */
  takes: readonly TakeView[] | null
  heard: TakeView | null
  recording: Recording
}) {
  const { row, heard } = props
  const { manners, takeSound } = useBook()
  const { voices } = useStore(useFace().voices)
  useStore(manners)
  const deeds = useTakeDeeds()
  const { isLocked } = manners.of(row)
  const sound = useStore(takeSound)
  const takes = (props.takes ?? []).map((take, at) => ({ take, ...takeName(take, at, voices) }))
  const compared =
    sound.segmentId === row.id && sound.takeIds.length === 2
      ? sound.takeIds.flatMap((id) => takes.find(({ take }) => take.id === id) ?? [])
      : []
  return (
    <section className={details['section']} aria-labelledby="segment-takes">
      <div className={details['line']}>
        <h3 className={details['head']} id="segment-takes">
          {words.takes.title}
        </h3>
        {heard === null ? null : (
          <label className={styles['lock']}>
            <span id="take-lock">{words.takes.lock}</span>
            <Toggle
              aria-labelledby="take-lock"
              aria-describedby="take-lock-text"
              checked={isLocked}
              onChange={(locked) => void deeds.lock(row, locked)}
            />
          </label>
        )}
      </div>
      {heard === null ? null : (
        <p className={details['note']} id="take-lock-text">
          {isLocked ? words.takes.lockText : words.takes.unlockedText}
        </p>
      )}
      {props.takes?.length === 0 ? <p className={details['note']}>{words.takes.none}</p> : null}
      <ol className={styles['list']}>
        {takes.map(({ take, name, short }) => (
          <TakeItem
            key={take.id}
            {...{ row, take, name, short }}
            isHeard={take.id === heard?.id}
            onCompare={
              heard === null || take.id === heard.id
                ? null
                : () => takeSound.compare(row.id, [heard.id, take.id])
            }
          />
        ))}
      </ol>
      {compared.length === 2 ? <TakeComparison row={row} pair={compared} heard={heard} /> : null}
      <TakeRecording recording={props.recording} />
    </section>
  )
}
