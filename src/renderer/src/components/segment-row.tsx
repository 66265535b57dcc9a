// A row of the studio's list: state, text, waveform, length, play, speak again.
import { Pause, Play, RotateCw } from 'lucide-react'
import { memo } from 'react'
import type { SegmentRow as Row } from '../../../contract/index.ts'
import { IconButton } from '../elements/button.tsx'
import { Hidden } from '../elements/hidden.tsx'
import { SmallWave } from '../elements/small-wave.tsx'
import type { SegmentDeeds } from '../hooks/use-segment-deeds.ts'
import { leftOutWords, words } from '../words.ts'
import { FallbackMark } from './fallback-mark.tsx'
import { SegmentEditor } from './segment-editor.tsx'
import styles from './segment-row.module.css'
import { isSpokenInstead, SegmentState } from './segment-state.tsx'

export type SegmentRowProps = {
  position: number
  /** Undefined while its page is on its way. */
  row: Row | undefined
  top: number
  height: number
  chosen: boolean
  heard: boolean
  sounding: boolean
  editing: boolean
  /** Of a chapter that is not ticked. */
  leftOut: boolean
  deeds: SegmentDeeds
}

export const rowId = (position: number): string => `segment-${position}`

export const SegmentRow = memo(function SegmentRow(props: SegmentRowProps) {
  const { row, position, deeds, sounding } = props
  const focus = props.chosen ? 0 : -1
  const status = row?.status
  const seconds =
    status?.state === 'ready' || status?.state === 'stale' ? status.durationSeconds : null
  return (
    <div
      role="row"
      id={rowId(position)}
      aria-rowindex={position + 1}
      aria-selected={props.chosen}
      aria-busy={row === undefined}
      className={styles['row']}
      data-position={position}
      data-chosen={props.chosen || undefined}
      data-heard={props.heard || undefined}
      data-left-out={props.leftOut || row?.leftOut !== undefined || undefined}
      data-kind={row?.kind}
      style={{ height: props.height, transform: `translateY(${props.top}px)` }}
    >
      <div role="gridcell" className={styles['state']}>
        {status === undefined ? null : <SegmentState wordless status={status} />}
        {props.heard ? <Hidden>{words.segments.heard}</Hidden> : null}
      </div>
      {props.editing && row !== undefined ? (
        <div role="gridcell" className={styles['editor']}>
          <SegmentEditor row={row} deeds={deeds} />
        </div>
      ) : (
        <>
          <div role="gridcell" className={styles['text']}>
            {row === undefined ? (
              <span className={styles['ghost']}>
                <Hidden>{words.segments.loading}</Hidden>
              </span>
            ) : (
              <span className={styles['words']}>{row.text}</span>
            )}
            {row?.leftOut === undefined ? null : (
              <span className={styles['edited']}>
                {words.review.leftOut(leftOutWords[row.leftOut])}
              </span>
            )}
            {row?.edited === true ? (
              <span className={styles['edited']}>{words.segments.edited}</span>
            ) : null}
            {status !== undefined && isSpokenInstead(status) ? (
              <FallbackMark voice={status.fallback} />
            ) : null}
          </div>
          <div role="gridcell" className={styles['wave']}>
            {status?.state === 'ready' ? <SmallWave peaks={status.peaks} /> : null}
          </div>
          <div role="gridcell" className={styles['length']}>
            {seconds === null ? '' : words.clock(Math.max(1, Math.round(seconds)))}
          </div>
          <div role="gridcell" className={styles['deeds']}>
            <IconButton
              plain
              size="small"
              tabIndex={focus}
              label={sounding ? words.segments.pause : words.segments.play}
              icon={sounding ? <Pause /> : <Play />}
              onClick={() => deeds.togglePlay(position)}
            />
            <IconButton
              plain
              size="small"
              tabIndex={focus}
              label={words.segments.regenerate}
              icon={<RotateCw />}
              onClick={() => void deeds.regenerate(position)}
            />
          </div>
        </>
      )}
    </div>
  )
})
