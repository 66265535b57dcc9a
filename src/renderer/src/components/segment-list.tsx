// Every segment of the book as a virtual list, following the voice unless the person has scrolled.
import { LocateFixed } from 'lucide-react'
import {
  memo,
  useEffect,
  useEffectEvent,
  useRef,
  useSyncExternalStore,
  type KeyboardEvent,
  type MouseEvent,
} from 'react'
import { Button } from '../elements/button.tsx'
import { Message } from '../elements/message.tsx'
import { useBook, useProject } from '../hooks/use-book.ts'
import { useSegmentDeeds } from '../hooks/use-segment-deeds.ts'
import { useStore } from '../hooks/use-store.ts'
import { useTextScale } from '../hooks/use-text-scale.ts'
import { useVirtualRows } from '../hooks/use-virtual-rows.ts'
import { chapterAt, segmentCount } from '../state/project.ts'
import { words } from '../words.ts'
import styles from './segment-list.module.css'
import { rowId, SegmentRow } from './segment-row.tsx'

const usualHeight = 60
const editorHeight = 176

export function SegmentList() {
  const { player, seen, segments, selection } = useBook()
  const { project } = useProject()
  const deeds = useSegmentDeeds()
  const { position, editing, following, reveal } = useStore(selection)
  const { heard, mode } = useStore(player)
  const scroller = useRef<HTMLDivElement>(null)
  /** Whether the first wish was met: a book opens with its first chapter at the top. */
  const shown = useRef(false)
  const count = segmentCount(project.chapters)
  const rowHeight = Math.round(usualHeight * useTextScale())
  const list = useVirtualRows({
    count,
    scroller,
    heightOf: (index) => (index === editing ? editorHeight : usualHeight),
    overscan: 8,
  })
  const items = list.getVirtualItems()
  const first = items[0]?.index ?? 0
  const last = items.at(-1)?.index ?? 0

  const { startIndex: top = 0, endIndex: bottom = 0 } = list.range ?? {}
  useEffect(() => segments.want(first, last), [segments, first, last])
  useEffect(() => seen.show({ from: top, to: bottom + 1 }), [seen, top, bottom])
  useEffect(() => () => seen.show(null), [seen])
  useEffect(() => {
    list.measure()
    // Leaving the text gives the keys back to the list.
    const element = scroller.current
    return editing === null ? undefined : () => element?.focus({ preventScroll: true })
  }, [list, editing])
  const show = useEffectEvent(() => {
    const element = scroller.current
    if (element === null) return
    const top = position * rowHeight
    const seen =
      top >= element.scrollTop && top + rowHeight <= element.scrollTop + element.clientHeight
    const align = shown.current ? (following ? 'center' : 'auto') : 'start'
    if (!seen || !shown.current) list.scrollToIndex(position, { align })
    shown.current = reveal > 0
  })
  // Each wish to see the chosen row counts, even for the same row.
  useEffect(() => show(), [reveal])

  if (count === 0) return <Message text={words.segments.empty} />
  const sounding = mode === 'playing' || mode === 'waiting'
  const inView = (at: number) =>
    list.range !== null && at >= list.range.startIndex && at <= list.range.endIndex
  const away = () => (following ? selection.follow(false) : undefined)
  return (
    <section className={styles['list']} aria-label={words.segments.title}>
      <div
        ref={scroller}
        className={styles['scroller']}
        role="grid"
        tabIndex={0}
        aria-label={words.segments.listName(project.title)}
        aria-rowcount={count}
        aria-colcount={5}
        aria-activedescendant={position >= first && position <= last ? rowId(position) : undefined}
        onWheel={away}
        onTouchMove={away}
        onKeyDown={(event) => pageKeys(event, (rows) => deeds.step(rows), count)}
        onClick={(event) => atRow(event, selection.choose)}
        onDoubleClick={(event) => atRow(event, selection.edit)}
      >
        <div role="presentation" style={{ height: list.getTotalSize(), position: 'relative' }}>
          {items.map((item) => (
            <LiveRow
              key={item.index}
              position={item.index}
              top={item.start}
              height={item.size}
              chosen={item.index === position}
              heard={item.index === heard?.position && mode !== 'idle'}
              sounding={item.index === heard?.position && sounding}
              editing={item.index === editing}
              leftOut={chapterAt(project.chapters, item.index)?.spoken === false}
              deeds={deeds}
            />
          ))}
        </div>
      </div>
      {sounding && !following && heard !== null && !inView(heard.position) ? (
        <div className={styles['follow']}>
          <Button
            look="primary"
            size="small"
            icon={<LocateFixed aria-hidden />}
            onClick={() => {
              selection.follow(true)
              selection.heard(heard.position)
            }}
          >
            {words.segments.follow}
          </Button>
        </div>
      ) : null}
    </section>
  )
}

/** Takes its own row from the mirror, so that a change draws one row alone. */
const LiveRow = memo(function LiveRow(props: Omit<Parameters<typeof SegmentRow>[0], 'row'>) {
  const { segments } = useBook()
  const row = useSyncExternalStore(segments.subscribe, () => segments.row(props.position))
  return <SegmentRow {...props} row={row} />
})

function atRow(event: MouseEvent, deed: (position: number) => void): void {
  const target = event.target as Element
  if (target.closest('button, textarea') !== null) return
  const row = target.closest<HTMLElement>('[data-position]')
  if (row !== null) deed(Number(row.dataset['position']))
}

const pageRows = 10
function pageKeys(event: KeyboardEvent, step: (rows: number) => void, count: number): void {
  if (event.target !== event.currentTarget) return
  const rows = { PageDown: pageRows, PageUp: -pageRows, Home: -count, End: count }[event.key]
  if (rows === undefined) return
  event.preventDefault()
  step(rows)
}
