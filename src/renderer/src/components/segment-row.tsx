// A row of the studio's list: state, who says it, text, waveform, length, play, speak again.
import { Pause, Play, RotateCw } from 'lucide-react'
import { memo } from 'react'
import type { Character, SegmentRow as Row } from '../../../contract/index.ts'
import { IconButton } from '../elements/button.tsx'
import { Hidden } from '../elements/hidden.tsx'
import { SmallWave } from '../elements/small-wave.tsx'
import type { SegmentDeeds } from '../hooks/use-segment-deeds.ts'
import { words } from '../words.ts'
import { RowText } from './row-text.tsx'
import { SegmentEditor } from './segment-editor.tsx'
import styles from './segment-row.module.css'
import { SegmentState } from './segment-state.tsx'
import { SpeakerChip } from './speaker-chip.tsx'
import { SplitLine } from './split-line.tsx'

export type SegmentRowProps = {
  position: number
  /** Undefined while its page is on its way. */
  row: Row | undefined
  top: number
  height: number
  /** Whether the keys are about it. */
  chosen: boolean
  /** Whether it is among several that are chosen. */
  among: boolean
  heard: boolean
  sounding: boolean
  /** What is done to its text now. */
  at: 'editing' | 'splitting' | null
  /** Of a chapter that is not ticked. */
  leftOut: boolean
  /** Empty where the book has none: nobody is named then. */
  cast: readonly Character[]
  /** What is looked for. */
  expression: RegExp | null
  deeds: SegmentDeeds
  /** Without waveform and buttons: it passes by. */
  isBare: boolean
}

export const rowId = (position: number): string => `segment-${position}`

export const SegmentRow = memo(function SegmentRow(props: SegmentRowProps) {
  const { row, position, deeds, cast } = props
  const status = row?.status
  const seconds =
    status?.state === 'ready' || status?.state === 'stale' ? status.durationSeconds : null
  const speaker = cast.find(({ id }) => id === row?.manner?.speaker) ?? null
  return (
    <div
      role="row"
      id={rowId(position)}
      aria-rowindex={position + 1}
      aria-selected={props.chosen || props.among}
      aria-busy={row === undefined}
      className={styles['row']}
      data-position={position}
      data-chosen={props.chosen || undefined}
      data-among={props.among || undefined}
      data-heard={props.heard || undefined}
      data-left-out={props.leftOut || row?.leftOut !== undefined || undefined}
      data-kind={row?.kind}
      style={{ height: props.height, transform: `translateY(${props.top}px)` }}
    >
      <div role="gridcell" className={styles['state']}>
        {status === undefined ? null : <SegmentState wordless status={status} />}
        {props.heard ? <Hidden>{words.segments.heard}</Hidden> : null}
      </div>
      {props.at !== null && row !== undefined ? (
        <div role="gridcell" className={styles['editor']}>
          {props.at === 'editing' ? (
            <SegmentEditor row={row} deeds={deeds} />
          ) : (
            <SplitLine row={row} deeds={deeds} />
          )}
        </div>
      ) : (
        <>
          <div role="gridcell" className={styles['said']}>
            {cast.length > 0 && row !== undefined ? <SpeakerChip character={speaker} /> : null}
            <div className={styles['text']} dir="auto">
              <RowText row={row} expression={props.expression} />
            </div>
          </div>
          <div role="gridcell" className={styles['wave']}>
            {status?.state === 'ready' && !props.isBare ? <SmallWave peaks={status.peaks} /> : null}
          </div>
          <div role="gridcell" className={styles['length']}>
            {seconds === null ? '' : words.clock(Math.max(1, Math.round(seconds)))}
          </div>
          {props.isBare ? null : <RowDeeds {...props} />}
        </>
      )}
    </div>
  )
})

function RowDeeds({ row, position, chosen, sounding, deeds }: SegmentRowProps) {
  const focus = chosen ? 0 : -1
  return (
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
        onClick={() => row && void deeds.speakAgain(row.id)}
      />
    </div>
  )
}
