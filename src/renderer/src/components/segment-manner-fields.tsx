// How loud a segment is, how long the pause behind it, how fast and in which tone it is said; for all selected rows at once.
import { useSyncExternalStore } from 'react'
import { mannerRanges, type SegmentRow, type SomeManner } from '../../../contract/index.ts'
import { useBook } from '../hooks/use-book.ts'
import { useStore } from '../hooks/use-store.ts'
import { useTakeDeeds } from '../hooks/use-take-deeds.ts'
import { deedCount } from '../state/deed-target.ts'
import { words } from '../words.ts'
import details from './segment-details.module.css'
import { SegmentDelivery } from './segment-delivery.tsx'
import { SoundNumber } from './sound-number.tsx'
import { SoundSwitch } from './sound-switch.tsx'

const { manner: say } = words.takes
const pauseSeconds = { min: 0, max: mannerRanges.pauseMs.max / 1000 }
/** Where the book's own is not known yet. */
const usualPauseMs = 500

export function SegmentMannerFields(props: { row: SegmentRow; bookPauseMs: number | null }) {
  const { row, bookPauseMs } = props
  const book = useBook()
  const { manners, selection, finder } = book
  const deeds = useTakeDeeds()
  useStore(manners)
  useStore(finder.found)
  const count = useSyncExternalStore(selection.subscribe, () => deedCount(book, row))
  const { gainDb, pauseMs, rate, delivery } = manners.of(row)
  const set = (change: SomeManner) => void deeds.set(row, change)
  return (
    <section className={details['section']} aria-labelledby="segment-manner">
      <h3 className={details['head']} id="segment-manner">
        {say.title}
      </h3>
      {count > 1 ? (
        <p className={details['many']} role="status">
          {say.many(count)}
        </p>
      ) : null}
      <SoundNumber
        {...{ label: say.gain, unit: 'db', step: 0.5, range: mannerRanges.gainDb }}
        value={gainDb}
        onChange={(value) => set({ gainDb: Math.round(value * 2) / 2 })}
      />
      <SoundSwitch
        label={say.ownPause}
        checked={pauseMs !== null}
        onChange={(own) => set({ pauseMs: own ? Math.round(bookPauseMs ?? usualPauseMs) : null })}
      >
        <SoundNumber
          {...{ label: say.pause, unit: 's', step: 0.25, range: pauseSeconds }}
          value={(pauseMs ?? 0) / 1000}
          onChange={(value) => set({ pauseMs: Math.round(value * 1000) })}
        />
      </SoundSwitch>
      {pauseMs === null && bookPauseMs !== null ? (
        <p className={details['note']}>{say.pauseOfBook(bookPauseMs)}</p>
      ) : null}
      <p className={details['note']}>{say.free}</p>
      <SoundNumber
        {...{ label: say.pace, unit: 'factor', step: 0.05, range: mannerRanges.rate }}
        value={rate}
        onChange={(value) => set({ rate: value })}
      />
      <p className={details['note']}>{say.paceText}</p>
      <SegmentDelivery
        key={row.id}
        delivery={delivery}
        onChange={(next) => set({ delivery: next })}
      />
    </section>
  )
}
