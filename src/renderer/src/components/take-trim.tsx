// What is heard of the chosen take: its waveform with two ends to move, by pointer or by keys.
import { Play, RotateCcw, Square } from 'lucide-react'
import type { SegmentRow, TakeView } from '../../../contract/index.ts'
import { Button } from '../elements/button.tsx'
import { useBook } from '../hooks/use-book.ts'
import { useSelected, useStore } from '../hooks/use-store.ts'
import { type TakeShape, useTakePeaks } from '../hooks/use-take-peaks.ts'
import { useTrim } from '../hooks/use-trim.ts'
import { oneRow } from '../state/deed-target.ts'
import { fewerPeaks, type Span } from '../state/trim.ts'
import { words } from '../words.ts'
import details from './segment-details.module.css'
import styles from './take-trim.module.css'
import { TrimHandle } from './trim-handle.tsx'

const { trim } = words.takes
const bars = 140

export function TakeTrim({ row, take }: { row: SegmentRow; take: TakeView }) {
  const shape = useTakePeaks(take.id)
  if (shape === null || shape.found.endSeconds <= shape.found.startSeconds) return null
  return <Trim {...{ row, take, shape }} />
}

function Trim({ row, take, shape }: { row: SegmentRow; take: TakeView; shape: TakeShape }) {
  const { manners, takeSound } = useBook()
  useStore(manners)
  const { cut } = manners.of(row)
  const own = cut?.takeId === take.id ? cut : null
  const { durationSeconds } = shape
  const set = (span: Span | null) =>
    void manners.set(row, oneRow(row.id), { cut: span && { takeId: take.id, ...span } })
  const { span, setDraft, commit } = useTrim(own ?? shape.found, durationSeconds, set)
  const playing = useSelected(
    takeSound,
    ({ mode, takeIds }) => mode !== 'idle' && takeIds.length === 1 && takeIds[0] === take.id,
  )
  const handle = { span, durationSeconds, onMove: setDraft, onRelease: commit }
  const percent = (seconds: number) => `${(seconds / durationSeconds) * 100}%`
  return (
    <section className={details['section']} aria-labelledby="take-trim">
      <div className={details['line']}>
        <h3 className={details['head']} id="take-trim">
          {trim.title}
        </h3>
        <span className={styles['times']}>
          {trim.heard(span.endSeconds - span.startSeconds, durationSeconds)}
        </span>
      </div>
      <div className={styles['track']} dir="ltr" data-track>
        <Wave peaks={shape.peaks} />
        <div
          className={styles['away']}
          style={{ insetInlineStart: 0, width: percent(span.startSeconds) }}
        />
        <div
          className={styles['away']}
          style={{ insetInlineStart: percent(span.endSeconds), insetInlineEnd: 0 }}
        />
        <TrimHandle part="both" label={trim.both} {...handle} />
        <TrimHandle part="start" label={trim.start} {...handle} />
        <TrimHandle part="end" label={trim.end} {...handle} />
      </div>
      <div className={styles['deeds']}>
        <Button
          size="small"
          icon={playing ? <Square aria-hidden /> : <Play aria-hidden />}
          onClick={() => takeSound.toggle(row.id, take.id)}
        >
          {playing ? words.takes.compare.stop : trim.hear}
        </Button>
        <Button
          size="small"
          look="quiet"
          icon={<RotateCcw aria-hidden />}
          disabled={own === null}
          onClick={() => set(null)}
        >
          {trim.found}
        </Button>
      </div>
      <p className={details['note']}>{trim.hint}</p>
    </section>
  )
}

function Wave({ peaks }: { peaks: readonly number[] }) {
  const shown = fewerPeaks(peaks, bars)
  const path = shown
    .map((peak, at) => {
      const half = Math.max(0.5, (peak / 100) * 31)
      return `M${at + 0.5} ${32 - half}V${32 + half}`
    })
    .join('')
  return (
    <svg
      className={styles['wave']}
      viewBox={`0 0 ${shown.length} 64`}
      preserveAspectRatio="none"
      aria-hidden="true"
    >
      <path d={path} />
    </svg>
  )
}
